package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          02-Jan-2019            | 2019-01-02T00:00
          2 January 2019         | 2019-01-02T00:00
          Jan 02, 2019           | 2019-01-02T00:00
          December 31 2019       | 2019-12-31T00:00
          02-JAN-19              | 2019-01-02T00:00
          02-Jan-98              | 1998-01-02T00:00
          01/02/68               | 2068-01-02T00:00
          01/02/69               | 1969-01-02T00:00
          1/3/2005 4:00:00 PM    | 2005-01-03T16:00
          1/3/2005 12:30 PM      | 2005-01-03T12:30
          1/3/2005 12:30 AM      | 2005-01-03T00:30
          1/3/2005 11:59pm       | 2005-01-03T23:59
          2005-01-03 09:30 am    | 2005-01-03T09:30
          """)
  void readsHowPeopleWriteThem(String text, LocalDateTime time) {
    assertThat(new Stamps(false).stamp(text).orElseThrow().local()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Foo 02, 2019",
        "Janu 02, 2019",
        "anf 02, 2019",
        "31-Feb-2019",
        "1/3/2005 13:00 PM",
        "1/3/2005 0:30 AM",
        "Jan 2019"
      })
  void whatIsNoTimeIsNone(String text) {
    assertThat(new Stamps(false).stamp(text)).isEmpty();
  }
}
