package io.tradinggym.trading.rule;

import io.tradinggym.market.data.AsOf;

/**
 * Holds in equal parts the assets that rose over the past bars, decided anew every so often; in cash where none did.
 *
 * @param bars looked back on, >= 1
 * @param every bars between two decisions, >= 1
 * @see <a href="https://doi.org/10.1016/j.jfineco.2011.11.003">Moskowitz, Ooi and Pedersen (2012), Time series
 *     momentum</a>
 */
public record Momentum(int bars, int every) implements Rule {
  /** Checks both. */
  public Momentum {
    Rules.requireBars("bars", bars);
    Rules.requireBars("every", every);
  }

  @Override
  public void decide(AsOf view, Intents intents) {
    if ((view.known() - warmUp()) % every != 0) {
      return;
    }
    int rising = 0;
    for (int asset = 0; asset < view.assets(); asset++) {
      rising += view.change(asset, bars) > 0 ? 1 : 0;
    }
    for (int asset = 0; asset < view.assets(); asset++) {
      intents.weight(asset, view.change(asset, bars) > 0 ? 1.0 / rising : 0);
    }
  }

  @Override
  public int warmUp() {
    return bars + 1;
  }
}
