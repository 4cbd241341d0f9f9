package dev.beckon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Something that is set up once and answers one or more questions of the table.
interface Measurement {

  /// The questions it answers, by their names in docs/performance.md.
  List<String> answers();

  /// @param scratch an empty folder on the disk that is measured
  List<Finding> run(Path scratch) throws IOException, InterruptedException;
}
