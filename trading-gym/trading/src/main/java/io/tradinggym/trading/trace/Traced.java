package io.tradinggym.trading.trace;

import java.util.List;

/**
 * Something whose trading can be looked at: ask an environment for it with {@code find(lane, Traced.class)}, whatever
 * is wrapped around it.
 */
public interface Traced {
  /** {@return the traces of its accounts, one for each; always the same objects, off until somebody listens} */
  List<TradeTrace> traces();
}
