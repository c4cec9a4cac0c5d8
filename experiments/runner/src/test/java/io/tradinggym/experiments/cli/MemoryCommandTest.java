package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryCommandTest {
  @TempDir private Path folder = Path.of("");

  private Cli memory(String... args) {
    return Cli.run(args);
  }

  @Test
  void patternsAreBuiltFoundAndCounted() {
    String place = folder.resolve("m").toString();
    Cli built = memory("memory", "build", place, "--market", "watchlist:SPY", "--bars", "400");
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.out()).contains("cases       440", "embedding   shape 20 16 size");
    Cli found = memory("memory", "search", place, "--ticker", "SPY", "-k", "4");
    assertThat(found.code()).as(found.err()).isZero();
    assertThat(found.out()).contains("SPY as of ", "quartiles ", "of 4 cases; usually median ");
    assertThat(found.out())
        .isEqualTo(memory("memory", "search", place, "--ticker", "SPY", "-k", "4").out());
    assertThat(memory("memory", "stats", place).out()).isEqualTo(built.out());
  }

  @Test
  void whatIsWrongIsSaid() {
    String place = folder.resolve("n").toString();
    assertThat(memory("memory", "build", place).err()).contains("give --data DIR");
    assertThat(memory("memory", "build", place, "--market", "nowhere").code())
        .isEqualTo(Main.BAD_INPUT);
    assertThat(memory("memory", "stats", place).err()).contains("is no memory");
    memory("memory", "build", place, "--market", "watchlist:SPY", "--bars", "60");
    assertThat(memory("memory", "search", place, "--ticker", "QQQ").err())
        .contains("it knows [SPY]");
    assertThat(memory("memory", "search", place, "--ticker", "SPY", "--time", "1980-01-01").err())
        .contains("begin too late");
    assertThat(memory("memory", "build", place, "--market", "watchlist:SPY").err())
        .contains("holds a memory already");
  }
}
