package io.tradinggym.experiments.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** On noise the best of fifty looks like skill, until it is judged as the best of fifty. */
class NullSearchesTest {
  @Test
  void theDeflatedSharpeRatioFindsNothingWhereThereIsNothing() {
    NullSearches nulls = NullSearches.run(60, 3, false);
    assertThat(nulls.rules()).isEqualTo(50);
    assertThat(nulls.plain()).isGreaterThan(0.5);
    assertThat(nulls.deflated()).isLessThanOrEqualTo(0.05);
    assertThat(nulls.correlated()).isLessThanOrEqualTo(0.1);
  }
}
