package io.tradinggym.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.data.series.PriceBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetStoreTest {
  @TempDir private Path folder;

  private static PriceBars walk(double start) {
    PriceBars bars = new PriceBars();
    double price = start;
    for (int bar = 0; bar < 300; bar++) {
      double next = price * (1 + Math.sin(bar * bar) / 37);
      bars.append(
          bar * 86_400_000L,
          price,
          Math.max(price, next) * 1.01,
          Math.min(price, next) / 3,
          next,
          bar * 1e7 / 7);
      price = next;
    }
    return bars;
  }

  private static void same(PriceBars read, PriceBars written) {
    assertThat(read.size()).isEqualTo(written.size());
    for (int bar = 0; bar < read.size(); bar++) {
      assertThat(read.closeTime(bar)).isEqualTo(written.closeTime(bar));
      assertThat(read.open(bar)).isEqualTo(written.open(bar));
      assertThat(read.high(bar)).isEqualTo(written.high(bar));
      assertThat(read.low(bar)).isEqualTo(written.low(bar));
      assertThat(read.close(bar)).isEqualTo(written.close(bar));
      assertThat(read.volume(bar)).isEqualTo(written.volume(bar));
    }
  }

  @Test
  void numbersComeBackWithTheSameBits() throws IOException {
    try (ParquetStore store = new ParquetStore(folder.resolve("it's here"))) {
      store.write("BRK.B", walk(100));
      store.write("SPY", walk(1));
      store.write("SPY", walk(7));
      same(store.read("BRK.B"), walk(100));
      same(store.read("SPY"), walk(7));
      assertThat(store.readAll()).containsOnlyKeys("BRK.B", "SPY");
      try (Stream<Path> files = Files.list(folder.resolve("it's here"))) {
        assertThat(files).hasSize(2);
      }
    }
  }

  @Test
  void whatIsNotThereIsNamed() throws IOException {
    try (ParquetStore store = new ParquetStore(folder)) {
      assertThatThrownBy(() -> store.read("NONE"))
          .hasMessageContaining("there is no")
          .hasMessageContaining("NONE.parquet");
      assertThatThrownBy(() -> store.file("../x")).hasMessageContaining("a ticker is of letters");
    }
  }
}
