package io.tradinggym.experiments.statistics.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a few lines of Python that follow the paper; the series are made of the digits of pi. */
class BlockLengthTest {
  private static final Offset<Double> PRINTED = within(1e-9);
  private static final String DIGITS =
      "3141592653589793238462643383279502884197169399375105820974944592307816406286208998628034825342117067";

  /** x_t = decay x_(t-1) + digit - 4.5; the digits themselves with a decay of 0. */
  private static double[] series(int n, double decay) {
    double[] series = new double[n];
    for (int t = 0; t < n; t++) {
      series[t] = (t == 0 ? 0 : decay * series[t - 1]) + DIGITS.charAt(t) - '0' - 4.5;
    }
    return series;
  }

  /** Of some no five correlations in a row are small; of the shortest, blocks are no longer than a third of them. */
  @ParameterizedTest
  @CsvSource({
    "2, 0, 0, 0",
    "5, 0, 0.6981342494048878, 0.7991642185080549",
    "8, 0, 3, 3",
    "10, 0, 4, 4",
    "12, 0, 0.7356811278050571, 0.842144664976147",
    "20, 1, 3.698699487326172, 4.233953982066976",
    "20, 0.9, 4.226978503606788, 4.838682496045461",
    "30, 0.7, 3.8398268727564817, 4.395504510183365",
    "40, 0.5, 1.38998947382542, 1.5911407476871697",
    "100, 1, 13.735025248204503, 15.722679023449308",
    "100, 0.7, 5.660787448130868, 6.479984015942536"
  })
  void lengthsOfShortSeries(int n, double decay, double stationary, double circular) {
    double[] series = series(n, decay);
    assertThat(BlockLength.of(series).stationary()).isCloseTo(stationary, PRINTED);
    assertThat(BlockLength.of(series).circular()).isCloseTo(circular, PRINTED);
    double[] higher = Arrays.stream(series).map(x -> x + 100).toArray();
    assertThat(BlockLength.of(higher).stationary()).isCloseTo(stationary, PRINTED);
  }

  @Test
  void onePeriodIsNoSeries() {
    assertThatThrownBy(() -> BlockLength.of(new double[1])).hasMessageContaining("had 1");
  }
}
