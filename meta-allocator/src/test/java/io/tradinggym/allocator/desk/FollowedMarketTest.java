package io.tradinggym.allocator.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.testkit.Delegation;
import org.junit.jupiter.api.Test;

/** A market that is followed says all that the market of the lane says, of its own assets. */
class FollowedMarketTest {
  private final Bars bars = Delegation.bars(3, 4);
  private final Market whole = Delegation.market(bars);
  private final int[] some = {2, 0};
  private final Market followed = new FollowedMarket(whole, bars, some);

  @Test
  void quotesActionsMarksAndDeparturesAreThoseOfTheLane() {
    Delegation.assertPassesOn(followed.tape().bars(), bars, place -> some[place]);
  }

  @Test
  void whatTheMarketSaysOfItselfIsPassedOn() {
    Delegation.assertPassesOn(followed, whole);
    assertThat(followed.assets()).isEqualTo(2);
    assertThat(followed.forEpisodes(5, 9).tape().bars().length()).isEqualTo(4);
  }

  @Test
  void sidesAreMadeOnce() {
    Bars shown = followed.tape().bars();
    assertThat(shown.asks()).isSameAs(shown.asks());
    assertThat(shown.asks().asks()).isSameAs(shown.asks());
  }
}
