package io.tradinggym.options.strategy;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;

import io.tradinggym.options.pricing.OptionType;

/**
 * The strategies that have names, one unit each, at the premiums of a source. Strikes are given in ascending order;
 * one that is out of order is refused.
 */
public final class Strategies {
  private final Premiums premiums;
  private final double spot;

  /**
   * Strategies on one underlying.
   *
   * @param premiums of the options, per share
   * @param spot price at which shares are traded
   */
  public Strategies(Premiums premiums, double spot) {
    this.premiums = premiums;
    this.spot = spot;
  }

  /**
   * {@return a strategy of one bought contract}
   *
   * @param type call or put
   * @param strike per share, &gt; 0
   * @param years to expiry, &gt;= 0
   */
  public Strategy buy(OptionType type, double strike, double years) {
    return new Legs("long " + name(type)).add(type, strike, years, 1).build();
  }

  /**
   * {@return a strategy of one sold contract without cover}
   *
   * @param type call or put
   * @param strike per share, &gt; 0
   * @param years to expiry, &gt;= 0
   */
  public Strategy sell(OptionType type, double strike, double years) {
    return new Legs("short " + name(type)).add(type, strike, years, -1).build();
  }

  /**
   * Buys the lower call, sells the higher: a debit, gains when the spot rises.
   *
   * @param low the lower strike, &gt; 0
   * @param high the higher strike, &gt; low
   * @param years to expiry, &gt;= 0
   * @return the two legs
   */
  public Strategy bullCallSpread(double low, double high, double years) {
    ascending(low, high);
    return new Legs("bull call spread").add(CALL, low, years, 1).add(CALL, high, years, -1).build();
  }

  /**
   * Sells the lower call, buys the higher: a credit, gains when the spot falls.
   *
   * @param low the lower strike, &gt; 0
   * @param high the higher strike, &gt; low
   * @param years to expiry, &gt;= 0
   * @return the two legs
   */
  public Strategy bearCallSpread(double low, double high, double years) {
    ascending(low, high);
    return new Legs("bear call spread").add(CALL, low, years, -1).add(CALL, high, years, 1).build();
  }

  /**
   * Buys the higher put, sells the lower: a debit, gains when the spot falls.
   *
   * @param low the lower strike, &gt; 0
   * @param high the higher strike, &gt; low
   * @param years to expiry, &gt;= 0
   * @return the two legs
   */
  public Strategy bearPutSpread(double low, double high, double years) {
    ascending(low, high);
    return new Legs("bear put spread").add(PUT, low, years, -1).add(PUT, high, years, 1).build();
  }

  /**
   * Sells the higher put, buys the lower: a credit, gains when the spot rises.
   *
   * @param low the lower strike, &gt; 0
   * @param high the higher strike, &gt; low
   * @param years to expiry, &gt;= 0
   * @return the two legs
   */
  public Strategy bullPutSpread(double low, double high, double years) {
    ascending(low, high);
    return new Legs("bull put spread").add(PUT, low, years, 1).add(PUT, high, years, -1).build();
  }

  /**
   * Sells the near expiry and buys the far one at the same strike.
   *
   * @param type call or put
   * @param strike per share, &gt; 0
   * @param near years to the near expiry, >= 0
   * @param far years to the far expiry, > near
   * @return the two legs
   */
  public Strategy calendar(OptionType type, double strike, double near, double far) {
    ascending(near, far);
    return new Legs(name(type) + " calendar")
        .add(type, strike, near, -1)
        .add(type, strike, far, 1)
        .build();
  }

  /**
   * Sells the near expiry at one strike and buys the far one at another.
   *
   * @param type call or put
   * @param nearStrike strike of the near expiry, > 0
   * @param near years to the near expiry, >= 0
   * @param farStrike strike of the far expiry, > 0
   * @param far years to the far expiry, > near
   * @return the two legs
   */
  public Strategy diagonal(
      OptionType type, double nearStrike, double near, double farStrike, double far) {
    ascending(near, far);
    return new Legs(name(type) + " diagonal")
        .add(type, nearStrike, near, -1)
        .add(type, farStrike, far, 1)
        .build();
  }

  /**
   * {@return a call and a put at one strike, both bought (+1) or both sold (-1)}
   *
   * @param strike per share, &gt; 0
   * @param years to expiry, &gt;= 0
   * @param side 1 = bought, -1 = sold
   */
  public Strategy straddle(double strike, double years, int side) {
    return new Legs(side(side) + " straddle")
        .add(CALL, strike, years, side)
        .add(PUT, strike, years, side)
        .build();
  }

  /**
   * {@return a lower put and a higher call, both bought (+1) or both sold (-1)}
   *
   * @param put strike of the put, > 0
   * @param call strike of the call, > put
   * @param years to expiry, &gt;= 0
   * @param side 1 = bought, -1 = sold
   */
  public Strategy strangle(double put, double call, double years, int side) {
    ascending(put, call);
    return new Legs(side(side) + " strangle")
        .add(PUT, put, years, side)
        .add(CALL, call, years, side)
        .build();
  }

  /**
   * Sells the inner put and call, buys the outer ones.
   *
   * @param longPut strike of the bought put, the lowest
   * @param shortPut strike of the sold put
   * @param shortCall strike of the sold call
   * @param longCall strike of the bought call
   * @param years to expiry, &gt;= 0
   * @return the four legs
   */
  public Strategy ironCondor(
      double longPut, double shortPut, double shortCall, double longCall, double years) {
    ascending(longPut, shortPut, shortCall, longCall);
    return new Legs("iron condor")
        .add(PUT, longPut, years, 1)
        .add(PUT, shortPut, years, -1)
        .add(CALL, shortCall, years, -1)
        .add(CALL, longCall, years, 1)
        .build();
  }

  /**
   * Sells the straddle at the middle strike, buys the wings.
   *
   * @param low the lower strike, &gt; 0
   * @param middle strike of the put and the call that are sold
   * @param high the highest strike
   * @param years to expiry, &gt;= 0
   * @return the four legs
   */
  public Strategy ironButterfly(double low, double middle, double high, double years) {
    ascending(low, middle, high);
    return new Legs("iron butterfly")
        .add(PUT, low, years, 1)
        .add(PUT, middle, years, -1)
        .add(CALL, middle, years, -1)
        .add(CALL, high, years, 1)
        .build();
  }

  /**
   * Buys one low and one high, sells two in the middle (+1), or the reverse (-1).
   *
   * @param type call or put
   * @param low the lower strike, &gt; 0
   * @param middle strike of the two
   * @param high the highest strike
   * @param years to expiry, &gt;= 0
   * @param side 1 = bought, -1 = sold
   * @return the three legs
   */
  public Strategy butterfly(
      OptionType type, double low, double middle, double high, double years, int side) {
    ascending(low, middle, high);
    return new Legs(side(side) + " " + name(type) + " butterfly")
        .add(type, low, years, side)
        .add(type, middle, years, -2 * side)
        .add(type, high, years, side)
        .build();
  }

  /**
   * Buys one and sells several farther out of the money: calls above, puts below.
   *
   * @param type call or put
   * @param bought strike of the one that is bought
   * @param sold strike of those that are sold: higher for calls, lower for puts
   * @param ratio contracts sold for the one that is bought, >= 2
   * @param years to expiry, &gt;= 0
   * @return the two legs
   */
  public Strategy ratioSpread(
      OptionType type, double bought, double sold, int ratio, double years) {
    ascending(type == CALL ? bought : sold, type == CALL ? sold : bought);
    if (ratio < 2) {
      throw new IllegalArgumentException("ratio must be >= 2, was " + ratio);
    }
    return new Legs(name(type) + " ratio spread")
        .add(type, bought, years, 1)
        .add(type, sold, years, -ratio)
        .build();
  }

  /**
   * {@return the shares and a sold call on them}
   *
   * @param strike per share, &gt; 0
   * @param years to expiry, &gt;= 0
   */
  public Strategy coveredCall(double strike, double years) {
    return new Legs("covered call").add(CALL, strike, years, -1).shares(spot).build();
  }

  /**
   * {@return the shares and a bought put on them}
   *
   * @param strike per share, &gt; 0
   * @param years to expiry, &gt;= 0
   */
  public Strategy protectivePut(double strike, double years) {
    return new Legs("protective put").add(PUT, strike, years, 1).shares(spot).build();
  }

  /**
   * {@return the shares, a bought put below and a sold call above}
   *
   * @param put strike of the put, > 0
   * @param call strike of the call, > put
   * @param years to expiry, &gt;= 0
   */
  public Strategy collar(double put, double call, double years) {
    ascending(put, call);
    return new Legs("collar")
        .add(PUT, put, years, 1)
        .add(CALL, call, years, -1)
        .shares(spot)
        .build();
  }

  /**
   * {@return a sold put; the strike lies in cash} The same contract as a naked put, margined otherwise.
   *
   * @param strike per share, &gt; 0
   * @param years to expiry, &gt;= 0
   */
  public Strategy cashSecuredPut(double strike, double years) {
    return new Legs("cash-secured put").add(PUT, strike, years, -1).build();
  }

  /**
   * {@return a sold put and a sold call spread; without risk above when the credit exceeds the call spread's width}
   *
   * @param put strike of the put, the lowest
   * @param shortCall strike of the sold call
   * @param longCall strike of the bought call
   * @param years to expiry, &gt;= 0
   */
  public Strategy jadeLizard(double put, double shortCall, double longCall, double years) {
    ascending(put, shortCall, longCall);
    return new Legs("jade lizard")
        .add(PUT, put, years, -1)
        .add(CALL, shortCall, years, -1)
        .add(CALL, longCall, years, 1)
        .build();
  }

  private static void ascending(double... values) {
    for (int i = 1; i < values.length; i++) {
      if (!(values[i] > values[i - 1])) {
        throw new IllegalArgumentException(
            "must ascend: " + values[i - 1] + " before " + values[i]);
      }
    }
  }

  private static String name(OptionType type) {
    return type == CALL ? "call" : "put";
  }

  private static String side(int side) {
    if (Math.abs(side) != 1) {
      throw new IllegalArgumentException("side must be 1 (buy) or -1 (sell), was " + side);
    }
    return side > 0 ? "long" : "short";
  }

  /** A builder that looks premiums up. */
  private final class Legs {
    private final Strategy.Builder builder;

    Legs(String name) {
      builder = Strategy.named(name);
    }

    Legs add(OptionType type, double strike, double years, int contracts) {
      builder.leg(type, strike, years, contracts, premiums.of(type, strike, years));
      return this;
    }

    Legs shares(double price) {
      builder.shares(Strategy.STANDARD_MULTIPLIER, price);
      return this;
    }

    Strategy build() {
      return builder.build();
    }
  }
}
