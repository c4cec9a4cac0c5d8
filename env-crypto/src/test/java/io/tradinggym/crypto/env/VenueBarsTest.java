package io.tradinggym.crypto.env;

import io.tradinggym.market.data.Bars;
import io.tradinggym.testkit.Delegation;
import org.junit.jupiter.api.Test;

/** The bars of one venue say all that those of all venues say of it. */
class VenueBarsTest {
  @Test
  void quotesMarksFundingAndActionsAreThoseOfTheVenue() {
    Bars all = Delegation.bars(2, 4);
    Delegation.assertPassesOn(new VenueBars(all, 1), all, place -> 1);
  }
}
