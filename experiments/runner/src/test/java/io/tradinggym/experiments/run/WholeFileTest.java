package io.tradinggym.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be written to the end leaves nothing, and says so. */
@EnabledOnOs(OS.LINUX)
class WholeFileTest {
  /** A disk that is always full. */
  private static final Path FULL = Path.of("/dev/full");

  @TempDir private Path folder = Path.of("");

  @Test
  void aFileThatCannotBeWrittenWholeLeavesTheOldOne() throws IOException {
    Path report = Files.writeString(folder.resolve("report.html"), "old");
    Files.createSymbolicLink(folder.resolve(".report.html.new"), FULL);
    assertThatThrownBy(() -> WholeFile.write(report, "new"))
        .isInstanceOf(IOException.class)
        .satisfies(e -> assertThat(FileProblem.ofMachine(new AssertionError(e))).isSameAs(e));
    assertThat(report).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".new"));
  }

  @Test
  void filesOfEpisodesAreTakenAwayAndTheFolderIsNamed() throws IOException {
    RunFolder run = RunFolder.create(folder.resolve("run"));
    Files.createSymbolicLink(run.file(".equity.csv.new"), FULL);
    try (EpisodeFiles episodes = new EpisodeFiles(run, new Journal(), "ppo", new long[] {1})) {
      assertThatThrownBy(episodes::finish)
          .isInstanceOf(UserError.class)
          .hasMessage("cannot write into " + run.path() + ": No space left on device");
    }
    assertThat(run.path()).isDirectoryNotContaining(file -> file.toString().endsWith(".new"));
  }
}
