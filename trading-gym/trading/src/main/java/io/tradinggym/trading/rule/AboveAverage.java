package io.tradinggym.trading.rule;

import io.tradinggym.market.data.AsOf;

/**
 * Long above the average of closes, in cash below; equal parts of all assets, brought back to them at every bar.
 *
 * @param bars closes of the average, >= 1
 * @see <a href="https://doi.org/10.3905/jwm.2007.674809">Faber (2007), A quantitative approach to tactical asset
 *     allocation</a>
 */
public record AboveAverage(int bars) implements Rule {
  /** Checks the number. */
  public AboveAverage {
    Rules.requireBars("bars", bars);
  }

  @Override
  public void decide(AsOf view, Intents intents) {
    for (int asset = 0; asset < view.assets(); asset++) {
      boolean above = view.close(asset) > view.mean(asset, bars);
      intents.weight(asset, above ? 1.0 / view.assets() : 0);
    }
  }

  @Override
  public int warmUp() {
    return bars;
  }
}
