package dev.beckon.registry;

import dev.beckon.core.value.Value;
import dev.beckon.registry.syntax.Json;
import dev.beckon.registry.syntax.SyntaxException;

/// Documents as tests write them: JSON with single quotes.
public final class TestDocuments {
  private TestDocuments() {}

  public static Value.Fields json(String text) {
    try {
      return (Value.Fields) Json.read(text.replace('\'', '"'));
    } catch (SyntaxException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  public static Value.Fields trial() {
    return json("{'name': 'Trial', 'when': {'attribute': 'plan', 'is': 'trial'}}");
  }

  public static Value.Fields hello() {
    return json("{'name': 'Hello', 'channel': 'email', 'subject': 'Hi', 'html': '<p>Hi</p>'}");
  }

  public static Value.Fields welcome() {
    return json(
        """
        {'name': 'Welcome', 'trigger': {'segment': 'Trial'},
         'filter': {'in_segment': 'Trial'},
         'goal': {'leave_segment': 'Trial'},
         'steps': [
           {'id': 'hello', 'send': {'channel': 'email', 'message': 'Hello'}},
           {'id': 'pause', 'delay': '2d'},
           {'id': 'tried', 'branch': {'performed': 'tried', 'since': 'entry'},
            'then': [{'id': 'good', 'send': {'channel': 'email', 'message': 'Hello'}}],
            'otherwise': [{'id': 'stop', 'exit': true}]},
           {'id': 'end', 'delay': '1h'}]}
        """);
  }
}
