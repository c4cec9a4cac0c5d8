package io.tradinggym.trading.flow;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.account.AccountListener;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Random lives of an account in sleeves: whatever happens, they add up to it. {@code -Dtradinggym.tries=1000000} lives a
 * million of them.
 */
class SleevesPropertyTest {
  private static final int EVENTS = 60;

  @Property
  void sleevesAddUpToTheirAccount(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int count) {
    SleeveWorld world =
        new SleeveWorld(
            count,
            RandomStreams.of(seed).stream("sleeves"),
            FlowListener.NONE,
            AccountListener.NONE);
    for (int event = 0; event < EVENTS; event++) {
      world.live();
      world.sleeves.verify();
    }
    world.account.verify();
  }
}
