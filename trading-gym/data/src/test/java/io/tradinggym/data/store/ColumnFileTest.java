package io.tradinggym.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.series.PriceBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnFileTest {
  @TempDir private Path folder;

  static PriceBars walk(int seed, int count) {
    RandomStream random = RandomStreams.of(seed).stream("bars");
    PriceBars bars = new PriceBars();
    double close = 100;
    for (int bar = 0; bar < count; bar++) {
      double open = close;
      close *= StrictMath.exp(random.gaussian(0, 0.01));
      bars.append(
          bar * 86_400_000L,
          open,
          Math.max(open, close) * 1.01,
          Math.min(open, close) * 0.99,
          close,
          1e6 * random.uniform());
    }
    return bars;
  }

  @Test
  void whatIsWrittenIsReadWithTheSameBits() throws IOException {
    PriceBars bars = walk(1, 300);
    Path file = folder.resolve("A.columns");
    ColumnFile.write(file, bars);
    try (ColumnFile columns = ColumnFile.open(file)) {
      assertThat(columns.size()).isEqualTo(300);
      PriceBars read = columns.bars();
      for (int row = 0; row < 300; row++) {
        assertThat(columns.closeTime(row)).isEqualTo(bars.closeTime(row));
        assertThat(columns.value(ColumnFile.Column.OPEN, row)).isEqualTo(bars.open(row));
        assertThat(columns.value(ColumnFile.Column.VOLUME, row)).isEqualTo(bars.volume(row));
        assertThat(read.high(row)).isEqualTo(bars.high(row));
        assertThat(read.low(row)).isEqualTo(bars.low(row));
        assertThat(read.close(row)).isEqualTo(bars.close(row));
      }
      assertThatThrownBy(() -> columns.value(ColumnFile.Column.LOW, 300))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void aCutOrForeignFileIsNamed() throws IOException {
    Path file = folder.resolve("A.columns");
    ColumnFile.write(file, walk(1, 10));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 8));
    assertThatThrownBy(() -> ColumnFile.open(file)).hasMessageContaining("A.columns must have 496");
    Files.writeString(file, "Date,Open,High,Low,Close");
    assertThatThrownBy(() -> ColumnFile.open(file)).hasMessageContaining("no file of columns");
    Files.writeString(file, "");
    assertThatThrownBy(() -> ColumnFile.open(file)).hasMessageContaining("it has 0 bytes");
  }

  /** 500 tickers of ten years; a second is what is asked, here with the last bar of each looked at. */
  @Test
  void fiveHundredTickersOpenInUnderASecond() throws IOException {
    PriceBars bars = walk(2, 2_520);
    Path first = folder.resolve("0.columns");
    ColumnFile.write(first, bars);
    for (int ticker = 1; ticker < 500; ticker++) {
      Files.copy(first, folder.resolve(ticker + ".columns"));
    }
    long before = System.nanoTime();
    List<ColumnFile> open = new ArrayList<>();
    double sum = 0;
    for (int ticker = 0; ticker < 500; ticker++) {
      ColumnFile columns = ColumnFile.open(folder.resolve(ticker + ".columns"));
      open.add(columns);
      sum += columns.value(ColumnFile.Column.CLOSE, columns.size() - 1);
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    open.forEach(ColumnFile::close);
    assertThat(sum / 500).isEqualTo(bars.close(2_519), within(1e-9));
    assertThat(seconds).isLessThan(3);
  }
}
