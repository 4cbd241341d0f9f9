import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { recipesQuery } from "@/api/campaigns";
import { Page } from "@/ui/Page";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import { RecipeCard } from "./RecipeCard";
import { RecipeDrawer } from "./RecipeDrawer";
import classes from "./RecipesPage.module.css";

/** Campaigns that work, ready to install. */
export function RecipesPage() {
  const { id } = useHere();
  const { recipe } = useSearch({ from: "/w/$ws/recipes" });
  const navigate = useNavigate({ from: "/w/$ws/recipes" });
  const query = useQuery(recipesQuery(id));
  const open = query.data?.items.find((one) => one.key === recipe) ?? null;
  return (
    <Page
      title="Recipes"
      about="Campaigns that work, with their segments and messages. Installing one makes a draft of it: look at it, change it, then start it."
    >
      {query.error && <Trouble error={query.error} retry={() => query.refetch()} />}
      <div className={classes.cards}>
        {!query.data && !query.error && [0, 1, 2].map((n) => <Skeleton key={n} height={340} radius={12} />)}
        {query.data?.items.map((one) => (
          <RecipeCard key={one.key} recipe={one} onOpen={() => navigate({ search: { recipe: one.key } })} />
        ))}
      </div>
      <RecipeDrawer recipe={open} onClose={() => navigate({ search: {} })} />
    </Page>
  );
}
