package io.tradinggym.experiments.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three hundred damaged files for every reader; {@code experiments/run fuzz} reads as many as it is told. {@link
 * KeptFailuresTest} holds what it found.
 */
class ReadersTest {
  private static final int MUTATIONS = 300;
  private static final long SEED = 1;

  @TempDir private Path folder = Path.of("");

  @TestFactory
  Stream<DynamicTest> everyDamagedFileIsReadOrRefusedByName() throws IOException {
    return Readers.all(Files.createDirectories(folder.resolve("samples"))).stream()
        .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> fuzz(kind)));
  }

  private void fuzz(FileKind kind) throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder.resolve(kind.name()));
    Fuzzing fuzzing = new Fuzzing(kind, SEED, own);
    assertThat(fuzzing.run(MUTATIONS)).isEmpty();
    assertThat(fuzzing.values()).as("some damage does no harm").isPositive();
    assertThat(fuzzing.refusals()).as("some does").isPositive();
  }
}
