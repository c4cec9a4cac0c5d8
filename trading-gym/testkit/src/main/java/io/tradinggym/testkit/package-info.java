/**
 * Tests that others' code can be put through, by one subclass each: {@link io.tradinggym.testkit.EnvironmentContract}
 * for any environment, {@link io.tradinggym.testkit.MarketContract} for one that trades on bars, {@link
 * io.tradinggym.testkit.RewardContract} for a reward. {@link io.tradinggym.testkit.TestMarket} is a small market to
 * trade on, {@link io.tradinggym.testkit.MarketArbitraries} draws such markets and actions for jqwik.
 *
 * <p>Properties run 1,000 tries each; {@code mvn test -Dtradinggym.tries=1000000} runs a million. A failure prints the
 * seed that repeats it.
 */
@NullMarked
package io.tradinggym.testkit;

import org.jspecify.annotations.NullMarked;
