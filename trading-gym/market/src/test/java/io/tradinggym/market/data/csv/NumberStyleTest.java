package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStyleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          103.25       | POINT | 103.25
          $103.25      | POINT | 103.25
          1,234.5      | POINT | 1234.5
          12,345,678.9 | POINT | 12345678.9
          103,25       | COMMA | 103.25
          1.234,5      | COMMA | 1234.5
          1234         | COMMA | 1234
          2e-05        | POINT | 0.00002
          110,123      | POINT | NaN
          1,23.5       | POINT | NaN
          12,34        | POINT | NaN
          $$5          | POINT | NaN
          103.25       | COMMA | NaN
          1.234        | COMMA | NaN
          1,69M        | POINT | NaN
          1.69M        | POINT | NaN
          """)
  void prices(String cell, NumberStyle style, double price) {
    assertThat(style.price(cell)).isEqualTo(Double.valueOf(price));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1234567    | POINT | 1234567
          1,234,567  | POINT | 1234567
          1.69M      | POINT | 1690000
          845.3K     | POINT | 845300
          0.12B      | POINT | 120000000
          1,69M      | COMMA | 1690000
          1.234.567  | COMMA | 1234567
          1.69X      | POINT | NaN
          M          | POINT | NaN
          -          | POINT | NaN
          """)
  void quantities(String cell, NumberStyle style, double quantity) {
    assertThat(style.quantity(cell)).isEqualTo(Double.valueOf(quantity));
  }

  @Test
  void oneCommaThatCannotStandBetweenThousandsTells() {
    assertThat(NumberStyle.of(List.of("110,123", "110,5"))).isEqualTo(NumberStyle.COMMA);
    assertThat(NumberStyle.of(List.of("1.234,50"))).isEqualTo(NumberStyle.COMMA);
    assertThat(NumberStyle.of(List.of("1234,567"))).isEqualTo(NumberStyle.COMMA);
    assertThat(NumberStyle.of(List.of("110,123", "1,234.50"))).isEqualTo(NumberStyle.POINT);
    assertThat(NumberStyle.of(List.of("103.25", "n/a"))).isEqualTo(NumberStyle.POINT);
  }
}
