package io.tradinggym.examples.ownreward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CarefulTraderTest {
  /** Percent; a trader who acts by chance is invested about half. */
  private static final double HARDLY = 10;

  @Test
  void whoHatesLossesStaysInCash() {
    String printed = Printed.by(() -> CarefulTrader.main(new String[0]));
    assertThat(printed).matches("invested \\d+ % on average over 252 days");
    assertThat(Double.parseDouble(printed.split(" ")[1])).isLessThan(HARDLY);
  }
}
