package io.tradinggym.stocks;

import io.tradinggym.api.Frame;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.instrument.Instrument;
import java.util.List;

/** What one lane trades on: bars for its desk, as-of features for its observation. Replayed or simulated. */
interface Feed extends Resumable {
  /** What is traded. */
  List<Instrument> instruments();

  /** Starts an episode: a simulated market draws a new path. */
  void begin(RandomStream random);

  /** The bars of this episode. */
  Bars bars();

  /** Features per asset. */
  int features();

  /** The first bar at whose close all features are known. */
  int warmUp();

  /** Writes the features of bars {@code from .. from + count - 1}, each known at its bar's close. */
  void observe(Frame frame, int at, int from, int count);
}
