package io.tradinggym.market.data;

import io.tradinggym.market.instrument.Instrument;
import java.util.List;

/** Owns the time of an {@link AsOf} view: environments move the clock, features see the view. */
public final class Clock {
  private final Bars bars;
  private final AsOf view;

  /**
   * A clock at the first bar.
   *
   * @param bars of the exchange, which knows all of them
   * @param instruments of the bars, by asset
   */
  public Clock(Bars bars, List<Instrument> instruments) {
    this.bars = bars;
    view = new AsOf(bars, instruments);
  }

  /** {@return the view, which moves with the clock} */
  public AsOf view() {
    return view;
  }

  /** Another path was drawn into the bars: what the view remembers of them is forgotten. */
  public void rewind() {
    view.forget();
  }

  /**
   * Sets the present bar.
   *
   * @param bar index of the bar, from 0
   * @throws IllegalArgumentException if there is no such bar
   */
  public void set(int bar) {
    if (bar < 0 || bar >= bars.length()) {
      throw new IllegalArgumentException(
          "bar must be in 0 .. " + (bars.length() - 1) + ", was " + bar);
    }
    view.now(bar);
  }
}
