import { UnstyledButton } from "@mantine/core";
import type { Recipe } from "@/api/types";
import { MiniCanvas } from "@/canvas/MiniCanvas";
import { allSteps } from "@/definition/campaign";
import { plural } from "@/ui/format";
import { Status } from "@/ui/Status";
import classes from "./RecipesPage.module.css";

const PICTURE_HEIGHT = 172;

export function RecipeCard({ recipe, onOpen }: { recipe: Recipe; onOpen: () => void }) {
  const steps = allSteps(recipe.definition.steps).length;
  return (
    <UnstyledButton
      className={classes.card}
      onClick={onOpen}
      aria-label={`${recipe.title}: ${recipe.summary}`}
    >
      <div className={classes.picture}>
        <MiniCanvas document={recipe.definition} label={`Shape of ${recipe.title}`} height={PICTURE_HEIGHT} />
      </div>
      <div className={classes.body}>
        <div className={classes.title}>
          <h2>{recipe.title}</h2>
          {recipe.installed && <Status tone="good">Installed</Status>}
        </div>
        <p>{recipe.summary}</p>
        <div className={classes.meta}>
          <span>{plural(steps, "step")}</span>
          <span>{plural(recipe.messages.length, "message")}</span>
          {recipe.segments.length > 0 && <span>{plural(recipe.segments.length, "segment")}</span>}
        </div>
      </div>
    </UnstyledButton>
  );
}
