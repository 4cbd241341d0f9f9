import { Radio } from "@mantine/core";
import classes from "./ContentChoice.module.css";

const CHOICES = [
  {
    value: "demo",
    title: "With demo content",
    about: "Believable people, events and campaigns to look around in. Safe to delete.",
  },
  { value: "empty", title: "Empty", about: "Start with your own data." },
] as const;

type Choice = (typeof CHOICES)[number]["value"];

export function ContentChoice({ value, onChange }: { value: Choice; onChange: (value: Choice) => void }) {
  return (
    <Radio.Group value={value} onChange={(next) => onChange(next as Choice)} label="Start" size="xs">
      <div className={classes.choices}>
        {CHOICES.map((choice) => (
          <Radio.Card key={choice.value} value={choice.value} className={classes.card}>
            <div className={classes.row}>
              <Radio.Indicator size="xs" />
              <span className={classes.title}>{choice.title}</span>
            </div>
            <p>{choice.about}</p>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
