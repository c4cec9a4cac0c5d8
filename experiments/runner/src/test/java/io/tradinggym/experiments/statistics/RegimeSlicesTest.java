package io.tradinggym.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegimeSlicesTest {
  /** A market that is calm, then stormy, then calm; who holds it only in storms earns only there. */
  @Test
  void returnsAreCountedUnderTheStateThatWasKnownBeforeThem() {
    RandomStream random = RandomStreams.of(4).stream("market");
    double[] market = new double[600];
    double[] own = new double[600];
    for (int t = 0; t < market.length; t++) {
      boolean storm = t >= 200 && t < 400;
      market[t] = (storm ? .03 : .002) * random.gaussian();
      own[t] = storm ? .001 + .0001 * random.gaussian() : 0;
    }
    List<RegimeSlices.Slice> slices = RegimeSlices.of(own, market, 252);
    assertThat(slices)
        .extracting(RegimeSlices.Slice::state)
        .containsExactly("calm", "usual", "stormy", "after a rise", "after a fall");
    assertThat(slices.get(0).periods() + slices.get(1).periods() + slices.get(2).periods())
        .isEqualTo(600 - RegimeSlices.WINDOW)
        .isEqualTo(slices.get(3).periods() + slices.get(4).periods());
    assertThat(slices.get(2).mean()).isCloseTo(.252, within(.03));
    assertThat(slices.get(0).mean() * slices.get(0).periods() / 252)
        .as("the storm's first return, before which nobody knew of it")
        .isCloseTo(own[200], within(1e-12));
    double whole = 0;
    for (RegimeSlices.Slice slice : slices.subList(0, 3)) {
      whole += slice.mean() * slice.periods();
    }
    double sum = 0;
    for (int t = RegimeSlices.WINDOW; t < own.length; t++) {
      sum += own[t] * 252;
    }
    assertThat(whole).isCloseTo(sum, within(1e-9));
    assertThat(RegimeSlices.of(new double[100], new double[100], 252)).isEmpty();
  }

  /** The state of a return does not depend on it: another last return changes no slice's count. */
  @Test
  void theReturnItselfIsNotLookedAt() {
    double[] market = new double[300];
    RandomStream random = RandomStreams.of(4).stream("market");
    for (int t = 0; t < market.length; t++) {
      market[t] = .01 * random.gaussian();
    }
    double[] other = market.clone();
    other[299] = -.9;
    for (int slice = 0; slice < 5; slice++) {
      assertThat(RegimeSlices.of(market, other, 252).get(slice).periods())
          .isEqualTo(RegimeSlices.of(market, market, 252).get(slice).periods());
    }
  }
}
