package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The factors are those of the units that vendors count in; volumes and moves are as days of a share have them. */
class VolumeUnitsTest {
  private static final int BARS = 120;

  @TempDir private Path folder;

  private final Random random = new Random(3);

  /** Days whose volumes are multiplied by the factor of their place. */
  private String bars(IntToDoubleFunction factor, int newsAt) {
    StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    double price = 50;
    LocalDate day = LocalDate.of(2021, 1, 4);
    for (int i = 0; i < BARS; i++) {
      double open = price;
      price *= Math.exp(0.01 * random.nextGaussian() + (i == newsAt ? 0.4 : 0));
      double volume = 4e6 * Math.exp(0.3 * random.nextGaussian()) * factor.applyAsDouble(i);
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%.4f,%.4f,%.4f,%.4f,%.4f%n",
              day,
              open,
              Math.max(open, price),
              Math.min(open, price),
              price,
              volume));
      do {
        day = day.plusDays(1);
      } while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue());
    }
    return text.toString();
  }

  private List<Defect> units(String text) throws IOException {
    Path file = folder.resolve("T.csv");
    Files.writeString(file, text);
    return BarFile.read(file).defects().stream()
        .filter(one -> one.kind() == Defect.Kind.VOLUME_UNIT)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e2, 1e3, 1e6, 1e-2, 1e-3, 1e-6})
  void anotherUnitIsToldWithTheLineThatItBeginsWith(double factor) throws IOException {
    List<Defect> defects = units(bars(i -> i < 70 ? 1 : factor, -1));
    assertThat(defects).hasSize(1);
    Defect defect = defects.getFirst();
    assertThat(defect.line()).isEqualTo(72);
    String by = String.valueOf(Math.round(Math.max(factor, 1 / factor)));
    assertThat(defect.message())
        .startsWith("volumes are " + by + " times " + (factor > 1 ? "larger" : "smaller"))
        .contains("from 2021-04-12 on");
  }

  @Test
  void whateverOneUnitDoesIsNone() throws IOException {
    for (int seed = 0; seed < 100; seed++) {
      random.setSeed(seed);
      int factor = 1 + seed % 40;
      assertThat(units(bars(i -> i < 70 ? 1 : factor, -1)))
          .as("%d times as much", factor)
          .isEmpty();
    }
  }

  /** A rise over a week has days between the units. */
  @Test
  void whatRisesStepByStepIsNoUnit() throws IOException {
    assertThat(units(bars(i -> Math.pow(100, Math.clamp((i - 68) / 4.0, 0, 1)), -1))).isEmpty();
  }

  /** Some shells traded a thousand times as much from the day on of which everybody heard of them. */
  @Test
  void aHundredfoldVolumeWithNewsIsNoUnit() throws IOException {
    assertThat(units(bars(i -> i < 70 ? 1 : 100, 70))).isEmpty();
  }

  @Test
  void oneDayOfAnotherUnitIsLeftToWhoeverReadsTheVolume() throws IOException {
    assertThat(units(bars(i -> i == 70 ? 100 : 1, -1))).isEmpty();
  }

  @Test
  void aMarketOfSuchAFileIsRefusedAndADayThatIsRightIsWaived() throws IOException {
    assertThat(units(bars(i -> i < 70 ? 1 : 0.01, -1))).hasSize(1);
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("T"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("T.csv:72: volumes are 100 times smaller from 2021-04-12 on");
    Files.writeString(folder.resolve("waivers.csv"), "ticker,date,reason\nT,2021-04-12,relisted\n");
    assertThatCode(() -> CsvMarket.in(folder).tickers("T")).doesNotThrowAnyException();
  }
}
