package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  @TempDir private Path folder;

  /** Before anything is read or played. */
  @Test
  void aReportThatCannotBeWrittenIsRefusedFirst() {
    Path report = folder.resolve("nowhere").resolve("again.html");
    Cli cli = Cli.run("evaluate", folder.resolve("run").toString(), "--out", report.toString());
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err())
        .startsWith("error: cannot write " + report)
        .doesNotContain("ledger", "no run");
    assertThat(cli.out()).isEmpty();
  }
}
