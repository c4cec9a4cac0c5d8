package io.tradinggym.experiments.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Long work on a disk that takes no more: a limit of the system on the size of files stops writing in the middle, at
 * manifests, ledgers, checkpoints, results and pages, as larger ones come. Whatever was reached, what failed is said in
 * a sentence, and with room again it goes on to the bits of work that was never stopped.
 */
class FullDiskTest {
  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Map<String, String> undisturbed;

  @BeforeAll
  static void whole() {
    undisturbed = FullDisk.all(folder.resolve("whole"));
    assertThat(undisturbed.values()).noneMatch(result -> result.startsWith("refused"));
  }

  /** Sizes, in KiB, between those of the files that there are. */
  @Test
  void whatAFullDiskStoppedGoesOnToTheSameBits() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "limits are set by a shell");
    int refused = 0;
    for (int limit : List.of(1, 3, 8)) {
      Path limited = folder.resolve("limit-" + limit);
      List<String> said = limited(limit, limited);
      assertThat(said).as("limit %d", limit).hasSize(undisturbed.size());
      for (String line : said) {
        if (line.contains(" refused: ")) {
          refused++;
          assertThat(line).contains("cannot").containsIgnoringCase("file too large");
        } else {
          String name = line.substring(0, line.indexOf(' '));
          assertThat(line).isEqualTo(name + " " + undisturbed.get(name));
        }
      }
      assertThat(halfWritten(limited)).isEmpty();
      assertThat(FullDisk.all(limited)).as("limit %d", limit).isEqualTo(undisturbed);
    }
    assertThat(refused).as("works that were stopped").isGreaterThan(4);
  }

  private static List<String> limited(int kibibytes, Path where) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                "/bin/bash",
                "-c",
                "ulimit -f " + kibibytes + "; exec \"$0\" \"$@\"",
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                FullDisk.class.getName(),
                where.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  /** What was being written when there was no room. */
  private static List<Path> halfWritten(Path where) throws IOException {
    try (Stream<Path> files = Files.walk(where)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\..*@.*|.*\\.tmp"))
          .toList();
    }
  }
}
