package io.tradinggym.data.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesFileTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadWithItsTimes() throws IOException {
    long[] events = {1_000_000_000_000L, 1_000_000_100_000L};
    long[] known = {1_000_000_000_500L, 1_000_000_200_000L};
    KnownSeries series = KnownSeries.of(events, known, new double[] {0.1, -1e-9});
    Path file = Files.writeString(folder.resolve("s.csv"), SeriesFile.text(series));
    KnownSeries read = SeriesFile.read("s", file);
    assertThat(read.size()).isEqualTo(2);
    assertThat(read.eventTime(1)).isEqualTo(events[1]);
    assertThat(read.knownAt(0)).isEqualTo(known[0]);
    assertThat(read.value(1)).isEqualTo(-1e-9);
    assertThat(read.at(Instant.ofEpochMilli(known[0] - 1).toEpochMilli())).isNaN();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "event,known,value; 2025-01-01T00:00:00Z,x,1; two times and a number",
        "event,known,value; 2025-01-01T00:00:00Z; two times and a number",
        "DATE,DGS10; 2025-01; a date and a number",
        "DATE,DGS10; 2025-01-02,4%; a date and a number",
        "DATE,DGS10; 2025-01-02,4.1d; a date and a number",
        "DATE,DGS10; 2025-01-02,Infinity; a date and a number"
      })
  void aWrongRowIsNamedByFileAndLine(String header, String row, String wanted) throws IOException {
    Path file = Files.writeString(folder.resolve("DGS10.csv"), header + "\n" + row + "\n");
    assertThatThrownBy(() -> SeriesFile.read("DGS10", file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + ", line 2: " + wanted + " are wanted, was \"" + row + "\"");
  }
}
