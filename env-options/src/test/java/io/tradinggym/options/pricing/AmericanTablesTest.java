package io.tradinggym.options.pricing;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published tables of American options. */
class AmericanTablesTest {
  /** Haug's table against the approximation that made it, as QuantLib has it. */
  private static final double HAUG = 3e-3;

  /** Relative, beside half of the last digit printed: so slowly do 801 steps come to American values. */
  private static final double TREE = 2e-4;

  private static final double PRINTED = 5e-4;

  private final LeisenReimerTree tree = new LeisenReimerTree(801);

  /** Haug (1998), page 24: strike 100, spots 90, 100, 110, interest and dividend yield 10 %; calls, then puts. */
  @ParameterizedTest
  @CsvSource({
    ".1, .15, 0.0206, 1.8771, 10.0089, 10.0000, 1.8770, 0.0410",
    ".1, .25, 0.3159, 3.1280, 10.3919, 10.2533, 3.1277, 0.4562",
    ".1, .35, 0.9495, 4.3777, 11.1679, 10.8787, 4.3777, 1.2402",
    ".5, .15, 0.8208, 4.0842, 10.8087, 10.5595, 4.0842, 1.0822",
    ".5, .25, 2.7437, 6.8015, 13.0170, 12.4419, 6.8014, 3.3226",
    ".5, .35, 5.0063, 9.5106, 15.5689, 14.6945, 9.5104, 5.8823"
  })
  void baroneAdesiAndWhaleyGiveHaugsTable(
      double years,
      double volatility,
      double call90,
      double call100,
      double call110,
      double put90,
      double put100,
      double put110) {
    double[] calls = {call90, call100, call110};
    double[] puts = {put90, put100, put110};
    for (int i = 0; i < calls.length; i++) {
      double spot = 90 + 10 * i;
      assertThat(BaroneAdesiWhaley.price(CALL, spot, 100, years, .1, .1, volatility))
          .isCloseTo(calls[i], within(HAUG));
      assertThat(BaroneAdesiWhaley.price(PUT, spot, 100, years, .1, .1, volatility))
          .isCloseTo(puts[i], within(HAUG));
    }
  }

  /** The puts of Geske and Johnson (1984): spot 40, 4.88 %, 1, 4 and 7 months; Ju's true values. */
  @ParameterizedTest
  @CsvSource({
    "35, .2, 0.0062, 0.1999, 0.4328",
    "40, .2, 0.8522, 1.5798, 1.9904",
    "45, .2, 5.0000, 5.0883, 5.2670",
    "35, .3, 0.0774, 0.6975, 1.2198",
    "40, .3, 1.3099, 2.4825, 3.1696",
    "45, .3, 5.0597, 5.7056, 6.2436",
    "35, .4, 0.2466, 1.3460, 2.1549",
    "40, .4, 1.7681, 3.3874, 4.3526",
    "45, .4, 5.2868, 6.5099, 7.3830"
  })
  void theTreeGivesShortPuts(
      double strike, double volatility, double one, double four, double seven) {
    double[] expected = {one, four, seven};
    for (int i = 0; i < expected.length; i++) {
      double years = (1 + 3 * i) / 12.0;
      assertThat(tree.american(PUT, 40, strike, years, .0488, 0, volatility))
          .isCloseTo(expected[i], within(PRINTED + TREE * expected[i]));
    }
  }

  /** Ju (1999), exhibit 6, true values: calls at 100 on spots of 80 to 120 in three years. */
  @ParameterizedTest
  @CsvSource({
    ".07, .03, .2, 2.580, 5.167, 9.066, 14.443, 21.414",
    ".07, .03, .4, 11.326, 15.722, 20.793, 26.495, 32.781",
    ".07, .00001, .3, 5.518, 8.842, 13.142, 18.453, 24.791",
    ".03, .07, .3, 12.146, 17.369, 23.348, 29.964, 37.104"
  })
  void theTreeGivesLongCalls(
      double yield,
      double rate,
      double volatility,
      double c80,
      double c90,
      double c100,
      double c110,
      double c120) {
    double[] expected = {c80, c90, c100, c110, c120};
    for (int i = 0; i < expected.length; i++) {
      assertThat(tree.american(CALL, 80 + 10 * i, 100, 3, rate, yield, volatility))
          .isCloseTo(expected[i], within(PRINTED + TREE * expected[i]));
    }
  }
}
