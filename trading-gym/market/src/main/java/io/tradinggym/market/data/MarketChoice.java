package io.tradinggym.market.data;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The market among the options of an environment, whatever its option is called. */
public final class MarketChoice {
  private MarketChoice() {}

  /**
   * {@return the market that was chosen; null if none was, and the environment's own is traded}
   *
   * @param options as they were set
   */
  public static @Nullable Market in(Options options) {
    for (Option<?> option : options.values().keySet()) {
      if (option.type() == Market.class) {
        return Market.class.cast(options.get(option));
      }
    }
    return null;
  }

  /**
   * {@return the options that trade a market}
   *
   * @param options as they were set
   * @param known the options of the environment
   * @param market to be traded instead of the one that was chosen
   * @param owner the environment's id, for the error
   * @throws IllegalArgumentException if none of them is a market
   */
  public static Options with(Options options, List<Option<?>> known, Market market, String owner) {
    for (Option<?> option : known) {
      if (option.type() == Market.class) {
        return set(options, option, market);
      }
    }
    throw new IllegalArgumentException(owner + " trades on no market; none can be chosen for it");
  }

  private static <T> Options set(Options options, Option<T> option, Market market) {
    return options.set(option, option.type().cast(market));
  }
}
