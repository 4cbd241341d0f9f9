package dev.beckon.server.wiring;

import dev.beckon.api.manage.Demo;
import dev.beckon.engine.host.Intake;
import dev.beckon.server.demo.DemoWorkspace;
import java.util.OptionalDouble;

/// Lets the console fill a workspace with demo content.
public final class DemoOnDemand implements Demo {
  private final DemoWorkspace demo;
  private final Intake intake;

  public DemoOnDemand(DemoWorkspace demo, Intake intake) {
    this.demo = demo;
    this.intake = intake;
  }

  @Override
  public void load(int workspace) {
    demo.load(workspace, intake);
  }

  @Override
  public OptionalDouble progress(int workspace) {
    return demo.progress(workspace);
  }
}
