package dev.beckon.registry.document;

import java.util.List;

/// Looks at templates before they are saved; the server connects it to the engine that renders.
public interface TemplateCheck {

  /// Something in a template.
  ///
  /// @param line from 1
  /// @param column from 1
  record Flaw(int line, int column, String detail) {}

  /// A variable that a template reads, such as `customer.first_name`.
  record Variable(String path, int line, int column) {}

  /// What keeps the template from being rendered; empty where it parses.
  List<Flaw> flaws(String template);

  /// The variables from outside that it reads.
  List<Variable> variables(String template);

  /// Takes every template as it is.
  TemplateCheck NONE =
      new TemplateCheck() {
        @Override
        public List<Flaw> flaws(String template) {
          return List.of();
        }

        @Override
        public List<Variable> variables(String template) {
          return List.of();
        }
      };
}
