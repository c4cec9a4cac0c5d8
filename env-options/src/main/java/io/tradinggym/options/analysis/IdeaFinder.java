package io.tradinggym.options.analysis;

import io.tradinggym.options.chain.RecordedChain;
import io.tradinggym.options.pricing.OptionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Scores the options of one type, and builds a spread upon one of them. */
final class IdeaFinder {
  /** Share of a quote's width that a buyer pays: one option alone, and each of two. */
  private static final double ONE_LEG = 0.75;

  private static final double TWO_LEGS = 0.66;

  private static final int STRIKES_APART = 2;

  private final RecordedChain chain;
  private final double spot;
  private final ChainVolatility volatility;
  private final AnalyzerSettings settings;

  IdeaFinder(
      RecordedChain chain, double spot, ChainVolatility volatility, AnalyzerSettings settings) {
    this.chain = chain;
    this.spot = spot;
    this.volatility = volatility;
    this.settings = settings;
  }

  /** All that can be bought and has a volatility. */
  List<OptionIdea> ideas(OptionType type) {
    double mostVolume = most(type, chain::volume);
    double mostInterest = most(type, chain::openInterest);
    List<OptionIdea> ideas = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      if (chain.type(i) == type && isUsable(i)) {
        double implied = volatility.implied(i);
        if (implied > 0) {
          double liquidity =
              0.5 * share(chain.volume(i), mostVolume)
                  + 0.5 * share(chain.openInterest(i), mostInterest);
          ideas.add(idea(i, implied, liquidity));
        }
      }
    }
    return ideas;
  }

  /** Buys an idea and sells the option two strikes farther out, if that has a usable quote. */
  Optional<SpreadIdea> spread(OptionIdea idea) {
    int sold = fartherOut(idea.contract());
    if (sold < 0 || !isUsable(sold)) {
      return Optional.empty();
    }
    double debit = paid(idea.contract(), TWO_LEGS) - paid(sold, 1 - TWO_LEGS);
    double width = Math.abs(chain.strike(sold) - idea.strike());
    if (!(debit > 0 && debit < width)) {
      return Optional.empty();
    }
    int sign = idea.type().sign();
    double breakEven = idea.strike() + sign * debit;
    String name = idea.type() == OptionType.CALL ? "bull call spread" : "bear put spread";
    return Optional.of(
        new SpreadIdea(
            name,
            idea.expiry(),
            idea.strike(),
            chain.strike(sold),
            debit,
            breakEven,
            debit,
            width - debit,
            chanceBeyond(idea.contract(), breakEven, idea.volatility())));
  }

  private OptionIdea idea(int i, double implied, double liquidity) {
    double strike = chain.strike(i);
    OptionType type = chain.type(i);
    double premium = paid(i, ONE_LEG);
    double breakEven = strike + type.sign() * premium;
    double delta = volatility.delta(i, implied);
    int days = volatility.days(chain.expiryDay(i));
    double moneyness = type == OptionType.CALL ? strike / spot : spot / strike;
    return new OptionIdea(
        i,
        type,
        strike,
        ChainVolatility.date(chain.expiryDay(i)),
        days,
        chain.bid(i),
        chain.ask(i),
        premium,
        chain.volume(i),
        chain.openInterest(i),
        implied,
        delta,
        breakEven,
        chanceBeyond(i, breakEven, implied),
        Score.of(days, moneyness, liquidity, delta, settings.weights()));
  }

  /** Whether it can be bought and sold at prices that mean something. */
  private boolean isUsable(int i) {
    if (!chain.hasQuotes()) {
      return chain.last(i) > 0;
    }
    return chain.bid(i) > 0 && chain.ask(i) - chain.bid(i) <= settings.widest() * chain.mid(i);
  }

  /** The price at a share of the width of the quote, above the bid. */
  private double paid(int i, double share) {
    return chain.hasQuotes() ? chain.bid(i) + share * (chain.ask(i) - chain.bid(i)) : chain.last(i);
  }

  /** Two listed strikes farther out of the money in the same expiry; -1 if there are none. */
  private int fartherOut(int contract) {
    int step = chain.type(contract).sign();
    int apart = 0;
    for (int i = contract + step; i >= 0 && i < chain.size(); i += step) {
      if (chain.expiryDay(i) != chain.expiryDay(contract)) {
        return -1;
      }
      if (chain.type(i) == chain.type(contract) && ++apart == STRIKES_APART) {
        return i;
      }
    }
    return -1;
  }

  private double chanceBeyond(int i, double level, double implied) {
    if (level <= 0) {
      return 0;
    }
    double years = chain.years(i);
    double below =
        new LognormalOutlook(spot, volatility.carry(years), implied, years).probabilityBelow(level);
    return chain.type(i) == OptionType.CALL ? 1 - below : below;
  }

  private double most(OptionType type, IntToDoubleFunction column) {
    return IntStream.range(0, chain.size())
        .filter(i -> chain.type(i) == type)
        .mapToDouble(column)
        .max()
        .orElse(0);
  }

  /** Logarithm over that of the largest; NaN if not known. */
  private static double share(double value, double most) {
    return most > 0 ? StrictMath.log1p(value) / StrictMath.log1p(most) : 0 * value;
  }
}
