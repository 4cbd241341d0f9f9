package dev.beckon.api.testing;

import static dev.beckon.api.testing.Fields.json;
import static dev.beckon.api.testing.Stage.ANN;

/// Definitions that tests work with.
public final class Authored {
  private Authored() {}

  /// The segment `Trial`.
  public static int trial(Stage stage) {
    return stage
        .registry()
        .segments()
        .create(
            stage.workspace(),
            json(
                "{'name':'Trial','description':'On trial.',"
                    + "'when':{'attribute':'plan','is':'trial'}}"),
            ANN)
        .id();
  }

  /// A running campaign that greets whoever does `signed_up`.
  ///
  /// @param filter the rest of its definition, such as `'filter':{'in_segment':'Trial'},`
  public static int welcome(Stage stage, String filter) {
    int workspace = stage.workspace();
    stage
        .registry()
        .messages()
        .create(
            workspace,
            json("{'name':'Hello','channel':'email','subject':'Hi','html':'<p>Hi</p>'}"),
            ANN);
    int id =
        stage
            .registry()
            .campaigns()
            .create(
                workspace,
                json(
                    "{'name':'Welcome','trigger':{'event':'signed_up'},"
                        + filter
                        + "'steps':[{'id':'hello','send':{'channel':'email','message':'Hello'}},"
                        + "{'id':'paid','branch':{'attribute':'plan','is':'paid'},"
                        + "'then':[{'id':'again','send':{'channel':'email','message':'Hello'}}]}]}"),
                ANN)
            .id();
    stage.registry().campaigns().start(workspace, id, ANN);
    return id;
  }
}
