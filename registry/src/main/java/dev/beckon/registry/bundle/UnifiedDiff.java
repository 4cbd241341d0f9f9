package dev.beckon.registry.bundle;

import java.util.ArrayList;
import java.util.List;

/// Shows the difference of two texts line by line, with three lines of context.
///
/// Finds the shortest edit by Myers' greedy algorithm; texts that are further apart than
/// [#EDITS_MAX] are shown as replaced as a whole.
final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final int EDITS_MAX = 1_000;

  private UnifiedDiff() {}

  private record Line(char sign, String text) {}

  /// @param before empty where the file is new
  /// @param after empty where the file goes
  static String of(String path, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    List<Line> script = script(lines(before), lines(after));
    StringBuilder out = new StringBuilder();
    out.append("--- ").append(before.isEmpty() ? "/dev/null" : "a/" + path).append('\n');
    out.append("+++ ").append(after.isEmpty() ? "/dev/null" : "b/" + path).append('\n');
    int at = 0;
    while (at < script.size()) {
      int first = nextEdit(script, at);
      if (first == script.size()) {
        break;
      }
      int from = Math.max(at, first - CONTEXT);
      int to = hunkEnd(script, first);
      hunk(script, from, to, out);
      at = to;
    }
    return out.toString();
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static int nextEdit(List<Line> script, int from) {
    int at = from;
    while (at < script.size() && script.get(at).sign() == ' ') {
      at++;
    }
    return at;
  }

  private static int hunkEnd(List<Line> script, int firstEdit) {
    int end = firstEdit;
    while (true) {
      while (end < script.size() && script.get(end).sign() != ' ') {
        end++;
      }
      int next = nextEdit(script, end);
      if (next == script.size() || next - end > 2 * CONTEXT) {
        return Math.min(script.size(), end + CONTEXT);
      }
      end = next;
    }
  }

  private static void hunk(List<Line> script, int from, int to, StringBuilder out) {
    int oldBefore = count(script, 0, from, '+');
    int newBefore = count(script, 0, from, '-');
    int oldLines = count(script, from, to, '+');
    int newLines = count(script, from, to, '-');
    out.append("@@ -")
        .append(oldLines == 0 ? oldBefore : oldBefore + 1)
        .append(',')
        .append(oldLines)
        .append(" +")
        .append(newLines == 0 ? newBefore : newBefore + 1)
        .append(',')
        .append(newLines)
        .append(" @@\n");
    for (Line line : script.subList(from, to)) {
      out.append(line.sign()).append(line.text()).append('\n');
    }
  }

  /// How many lines there are without those of a sign.
  private static int count(List<Line> script, int from, int to, char but) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += script.get(i).sign() == but ? 0 : 1;
    }
    return count;
  }

  private static List<Line> script(List<String> a, List<String> b) {
    int head = 0;
    while (head < a.size() && head < b.size() && a.get(head).equals(b.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < a.size() - head
        && tail < b.size() - head
        && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
      tail++;
    }
    List<Line> script = new ArrayList<>();
    a.subList(0, head).forEach(line -> script.add(new Line(' ', line)));
    script.addAll(edits(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail)));
    a.subList(a.size() - tail, a.size()).forEach(line -> script.add(new Line(' ', line)));
    return script;
  }

  private static List<Line> edits(List<String> a, List<String> b) {
    int max = Math.min(EDITS_MAX, a.size() + b.size());
    int middle = max + 1;
    int[] furthest = new int[2 * max + 3];
    List<int[]> rounds = new ArrayList<>();
    for (int d = 0; d <= max; d++) {
      rounds.add(furthest.clone());
      for (int k = -d; k <= d; k += 2) {
        boolean down = isDown(furthest, middle, k, d);
        int x = down ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
        int y = x - k;
        while (x < a.size() && y < b.size() && a.get(x).equals(b.get(y))) {
          x++;
          y++;
        }
        furthest[middle + k] = x;
        if (x >= a.size() && y >= b.size()) {
          return walkBack(a, b, rounds, middle);
        }
      }
    }
    List<Line> all = new ArrayList<>();
    a.forEach(line -> all.add(new Line('-', line)));
    b.forEach(line -> all.add(new Line('+', line)));
    return all;
  }

  private static boolean isDown(int[] furthest, int middle, int k, int d) {
    return k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]);
  }

  private static List<Line> walkBack(
      List<String> a, List<String> b, List<int[]> rounds, int middle) {
    List<Line> script = new ArrayList<>();
    int x = a.size();
    int y = b.size();
    for (int d = rounds.size() - 1; d >= 0; d--) {
      int[] furthest = rounds.get(d);
      int k = x - y;
      boolean down = isDown(furthest, middle, k, d);
      int fromX = furthest[middle + (down ? k + 1 : k - 1)];
      int fromY = fromX - (down ? k + 1 : k - 1);
      while (x > fromX && y > fromY) {
        x--;
        y--;
        script.add(new Line(' ', a.get(x)));
      }
      if (d > 0) {
        script.add(down ? new Line('+', b.get(y - 1)) : new Line('-', a.get(x - 1)));
      }
      x = fromX;
      y = fromY;
    }
    return script.reversed();
  }
}
