package io.tradinggym.trading.rule;

import io.tradinggym.market.data.AsOf;

/**
 * A trading rule: at every close it sees the market as of now and says what to hold. It is filled as an agent is, after
 * the close that it saw.
 *
 * <pre>{@code
 * // Long above the 200-day average, in cash below.
 * record Trend(int days) implements Rule {
 *   @Override public void decide(AsOf view, Intents intents) {
 *     for (int asset = 0; asset < view.assets(); asset++) {
 *       intents.weight(asset, view.close(asset) > view.mean(asset, days) ? 1.0 / view.assets() : 0);
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Before it plays, it is asked the same before other futures ({@link Foresight}): what knows more than the past is
 * refused.
 *
 * <p>A rule keeps no memory of its own: whatever it needs is in the view and in the intents. So one object serves any
 * number of lanes and threads, and a rule is a value, a record of its parameters.
 */
public interface Rule {
  /**
   * Decides at a close. What no intent is given for is left alone.
   *
   * @param view the market, nothing later than this close
   * @param intents takes what is wanted, tells what is held
   */
  void decide(AsOf view, Intents intents);

  /** {@return the bars that it looks back on: before as many are known it is not asked, and nothing is traded} */
  default int warmUp() {
    return 1;
  }
}
