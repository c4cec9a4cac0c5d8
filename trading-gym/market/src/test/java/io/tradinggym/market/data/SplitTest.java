package io.tradinggym.market.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.instrument.Equity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {
  private static final long HOUR = 3_600_000L;

  /** Bars that close every so many hours, the first at a time. */
  private static ReplayMarket market(String first, long hours, int bars) {
    long start = Instant.parse(first).toEpochMilli();
    long[] times = new long[bars];
    Arrays.setAll(times, i -> start + i * hours * HOUR);
    double[] price = new double[bars];
    Arrays.fill(price, 100);
    return ReplayMarket.of(
        List.of(new Series(Equity.printed("X"), times, price, price, price, price, price)), 252);
  }

  private static Instant firstDecision(Range range) {
    MarketTape tape = range.tape();
    return Instant.ofEpochMilli(tape.bars().closeTime(tape.firstDecision()));
  }

  private static Instant last(Range range) {
    Bars bars = range.tape().bars();
    return Instant.ofEpochMilli(bars.closeTime(bars.length() - 1));
  }

  /** What the last decision of one part led to is not known in the next: one bar between them belongs to neither. */
  @Test
  void oneBarIsLeftOutBeforeValidationAndTest() {
    Split split =
        Split.dates(
            market("2020-01-01T21:00:00Z", 24, 366 + 365),
            "2020-01-01:2020-06-30",
            "2020-07/2020-12",
            "2021/2021");
    assertThat(firstDecision(split.train())).isEqualTo("2020-01-01T21:00:00Z");
    assertThat(last(split.train())).isEqualTo("2020-06-30T21:00:00Z");
    assertThat(firstDecision(split.validation())).isEqualTo("2020-07-02T21:00:00Z");
    assertThat(last(split.validation())).isEqualTo("2020-12-31T21:00:00Z");
    assertThat(firstDecision(split.test())).isEqualTo("2021-01-02T21:00:00Z");
    assertThat(last(split.test())).isEqualTo("2021-12-31T21:00:00Z");
    assertThat(split.train().tape().firstDecision()).isZero();
    assertThat(split.validation().tape().firstDecision()).isEqualTo(Split.HISTORY);
    assertThat(split.test().tape().firstDecision()).isEqualTo(Split.HISTORY);
  }

  @Test
  void aBarThatClosesAtMidnightIsOfTheDayThatIsOver() {
    Split split =
        Split.dates(
            market("2024-01-02T00:00:00Z", 24, 40),
            "2024-01-01:2024-01-10",
            "2024-01-11:2024-01-20",
            "2024-01-21:2024-01-31");
    assertThat(firstDecision(split.train())).isEqualTo("2024-01-02T00:00:00Z");
    assertThat(last(split.train())).isEqualTo("2024-01-11T00:00:00Z");
    assertThat(firstDecision(split.validation())).isEqualTo("2024-01-13T00:00:00Z");
    assertThat(last(split.test())).isEqualTo("2024-02-01T00:00:00Z");
  }

  @Test
  void rangesGoDownToMinutes() {
    Split split =
        Split.dates(
            market("2024-01-02T10:00:00Z", 1, 100),
            "2024-01-02T12:00/2024-01-02T18:00",
            "2024-01-02 18:00/2024-01-03 02:00",
            "2024-01-03T05:30Z/2024-01-04");
    assertThat(firstDecision(split.train())).isEqualTo("2024-01-02T13:00:00Z");
    assertThat(last(split.train())).isEqualTo("2024-01-02T18:00:00Z");
    assertThat(firstDecision(split.validation())).isEqualTo("2024-01-02T20:00:00Z");
    assertThat(firstDecision(split.test())).isEqualTo("2024-01-03T07:00:00Z");
    assertThat(last(split.test())).isEqualTo("2024-01-05T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020/2020 | 2020-12/2021 | 2022/2022 | must start after the train range ends (2020-12-31)",
        "2020-01-02T10:00/2020-01-02T12:00 | 2020-01-02T11:59/2021 | 2022/2022 | starts"
            + " 2020-01-02T11:59",
        "2021/2020 | 2021/2021 | 2022/2022 | ends before it starts",
        "2020 | 2021/2021 | 2022/2022 | FROM/TO",
        "2020/soon | 2021/2021 | 2022/2022 | such as 2005, 2005-01, 2005-01-03 or 2005-01-03T14:30",
        "2020/2020 | 2021/2021 | 2030/2031 | holds 0 bars of the data, which reaches from"
            + " 2020-01-01",
      })
  void saysWhatIsWrongWithARange(String train, String validation, String test, String message) {
    ReplayMarket market = market("2020-01-01T21:00:00Z", 24, 1000);
    assertThatThrownBy(() -> Split.dates(market, train, validation, test))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
