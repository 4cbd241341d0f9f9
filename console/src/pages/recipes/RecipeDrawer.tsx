import { Button, Drawer } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useInstallRecipe } from "@/api/campaigns";
import type { Recipe } from "@/api/types";
import { MiniCanvas } from "@/canvas/MiniCanvas";
import {
  exitInWords,
  frequencyInWords,
  goalInWords,
  segmentInWords,
  triggerInWords,
} from "@/definition/summary";
import { LinkButton } from "@/ui/links";
import { said } from "@/ui/notify";
import { Trouble } from "@/ui/Trouble";
import { useHere, useMay } from "@/ui/workspace";
import classes from "./RecipesPage.module.css";

/** What a recipe brings and what it needs, and the one button. */
export function RecipeDrawer({ recipe, onClose }: { recipe: Recipe | null; onClose: () => void }) {
  return (
    <Drawer opened={recipe !== null} onClose={onClose} size={560} title={recipe?.title ?? ""}>
      {recipe && <Detail recipe={recipe} />}
    </Drawer>
  );
}

function Detail({ recipe }: { recipe: Recipe }) {
  const { id } = useHere();
  const may = useMay();
  const ws = String(id);
  const navigate = useNavigate();
  const install = useInstallRecipe(id);
  const { definition } = recipe;
  const exits = exitInWords(definition);
  const go = () =>
    install.mutate(recipe.key, {
      onSuccess: ({ campaign }) => {
        said(`${campaign.name} was installed as a draft.`);
        void navigate({ to: "/w/$ws/campaigns/$campaign", params: { ws, campaign: String(campaign.id) } });
      },
    });
  return (
    <div className={classes.detail}>
      <div className={classes.wide}>
        <MiniCanvas document={definition} label={`Shape of ${recipe.title}`} height={260} />
      </div>
      <p>{recipe.summary}</p>
      <h3>How it works</h3>
      <ul>
        <li>
          Starts with <span>{triggerInWords(definition.trigger)}</span>
        </li>
        <li>
          How often <span>{frequencyInWords(definition.frequency)}</span>
        </li>
        {exits.length > 0 && (
          <li>
            Leaves if <span>{exits.join(", or ")}</span>
          </li>
        )}
        {definition.goal && (
          <li>
            Goal <span>{goalInWords(definition.goal)}</span>
          </li>
        )}
      </ul>
      <h3>Your product sends</h3>
      <div className={classes.chips}>
        {recipe.needs.events.map((name) => (
          <code key={name}>{name}</code>
        ))}
      </div>
      <h3>Your people have</h3>
      <div className={classes.chips}>
        {recipe.needs.attributes.map((name) => (
          <code key={name}>{name}</code>
        ))}
      </div>
      <h3>It brings</h3>
      <ul>
        {recipe.messages.map((message) => (
          <li key={message.name}>
            {message.name} <span>“{message.subject}”</span>
          </li>
        ))}
        {recipe.segments.map((segment) => (
          <li key={segment.name}>
            {segment.name} <span>{segmentInWords(segment.when)}</span>
          </li>
        ))}
      </ul>
      {install.error && <Trouble error={install.error} />}
      <div className={classes.foot}>
        {may.edit && (
          <Button onClick={go} loading={install.isPending} variant={recipe.installed ? "default" : "filled"}>
            {recipe.installed ? "Install another" : "Install as a draft"}
          </Button>
        )}
        {recipe.installed && (
          <LinkButton to="/w/$ws/campaigns/$campaign" params={{ ws, campaign: String(recipe.installed.id) }}>
            Open {recipe.installed.name}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
