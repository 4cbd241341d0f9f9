package dev.beckon.server.wiring;

import dev.beckon.delivery.liquid.LiquidException;
import dev.beckon.delivery.render.Renderer;
import dev.beckon.registry.document.TemplateCheck;
import java.util.List;

/// Has the registry's templates looked at by the engine that will render them.
public final class LiquidCheck implements TemplateCheck {

  @Override
  public List<Flaw> flaws(String template) {
    try {
      Renderer.parse(template);
      return List.of();
    } catch (LiquidException flaw) {
      return List.of(new Flaw(flaw.line(), flaw.column(), flaw.problem()));
    }
  }

  @Override
  public List<Variable> variables(String template) {
    return Renderer.parse(template).usage().variables().stream()
        .filter(variable -> !variable.local())
        .map(variable -> new Variable(variable.text(), variable.line(), variable.column()))
        .toList();
  }
}
