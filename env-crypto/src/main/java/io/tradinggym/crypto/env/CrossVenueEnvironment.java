package io.tradinggym.crypto.env;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.api.TradingControl;
import io.tradinggym.crypto.market.TwoVenues;
import io.tradinggym.market.account.Borrowing;
import io.tradinggym.market.account.CashOnly;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.cost.Percent;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.feature.FeatureTables;
import io.tradinggym.market.instrument.SpotPair;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.reward.Rewards;
import io.tradinggym.trading.ClockBlock;
import io.tradinggym.trading.DeskView;
import io.tradinggym.trading.Episodes;
import io.tradinggym.trading.FeaturesBlock;
import io.tradinggym.trading.InfoLayout;
import io.tradinggym.trading.LaneParts;
import io.tradinggym.trading.MarketCursor;
import io.tradinggym.trading.ObservationLayout;
import io.tradinggym.trading.RewardMemoryBlock;
import io.tradinggym.trading.TradingSpec;
import java.util.List;
import java.util.function.Supplier;

/**
 * CrossVenue-v1: one coin on two venues, with an inventory of coins and cash on each; what is moved between them is
 * under way for a while.
 *
 * <pre>
 * | index        | observation                                          | unit            | min | max |
 * | 0 .. 2WF-1   | W bars of F features of venue A and B                |                 | -10 | 10  |
 * | 2WF          | price on B over that on A, less 1                    | 10 basis points | -10 | 10  |
 * | 2WF+1, +2    | coins, cash on A                                     | of equity       | -10 | 10  |
 * | 2WF+3, +4    | coins, cash on B                                     | of equity       | -10 | 10  |
 * | 2WF+5, +6    | coins, cash under way                                | of equity       | -10 | 10  |
 * | 2WF+7        | time left in the episode                             | part            | -10 | 10  |
 * | 2WF+8 ..     | memory of the reward, if it has any                  |                 | -10 | 10  |
 *
 * | action | meaning, of one clip                       |
 * | 0      | nothing                                    |
 * | 1, 2   | buy on A and sell on B; the other way round |
 * | 3, 4   | send coins from A to B; from B to A        |
 * | 5, 6   | send cash from A to B; from B to A         |
 * </pre>
 *
 * <p>Masked is what the inventories do not hold. Both legs of a trade are filled at the next open of their venue, where
 * the prices may have moved. Coins under way are worth what they will be sold for. Reward: growth beyond that of the
 * starting inventory left alone, unless another is set. Start: a random bar, a quarter of the capital in coins and a
 * quarter in cash on each venue. Terminates with {@code RUIN}; truncated with {@code END_OF_DATA} and {@code
 * TIME_LIMIT}.
 */
public final class CrossVenueEnvironment {
  /** Its id. */
  public static final String ID = "CrossVenue-v1";

  /** What is traded. */
  public static final Option<Market> MARKET =
      Option.object(
          "market",
          Market.class,
          null,
          "the coin on both venues; default: simulated minutes of BTC");

  /** What is maximised. */
  public static final Option<Reward> REWARD =
      new Option<>(
          "reward",
          Reward.class,
          Rewards.benchmark(),
          "what is maximised; default: growth beyond that of the inventory left alone",
          Rewards::parse);

  /** Size of a trade or transfer. */
  public static final Option<Double> CLIP =
      Option.number("clip", 0.02, "size of a trade or transfer, of starting cash, in (0, 0.2]");

  /** Fee of trades. */
  public static final Option<Double> FEE =
      Option.number("fee", 0.0002, "taker fee of both venues as a fraction, in [0, 0.1]");

  /** Bars that a transfer takes. */
  public static final Option<Integer> DELAY =
      Option.integer("delay", 30, "bars that a transfer is under way, 1 .. 10000");

  /** Fee of transfers. */
  public static final Option<Double> TRANSFER_FEE =
      Option.number("transferFee", 0.0005, "part of a transfer that is lost, in [0, 0.1]");

  private static final int MOST_TRANSFERS = 64;

  private static final TradingControl LEFT_ALONE =
      TradingControl.always(
          TradingControl.NO_TRADE,
          "leaves the starting inventory alone",
          CrossVenueAction.ALL.indexOf(CrossVenueAction.NOTHING));

  private static final List<String> OF_TRANSFERS =
      List.of(
          "Transfers always arrive, and always after the same time; venues never stop"
              + " withdrawals.");

  private CrossVenueEnvironment() {}

  /**
   * Terms beside the usual ones.
   *
   * @param clip size of a trade or transfer, a part of starting cash, in (0, 0.2]
   * @param delay bars that a transfer is under way, >= 1
   * @param fee of a transfer, millionths of what is sent
   * @param transfers that may be under way
   */
  record Terms(double clip, int delay, long fee, int transfers) {}

  static Registration registration() {
    return new Registration(
        ID,
        "Trade one coin between two venues, with inventories and a transfer delay",
        List.of(
            MARKET,
            CryptoOptions.FEATURES,
            REWARD,
            CryptoOptions.WINDOW,
            CryptoOptions.EPISODE,
            CryptoOptions.RANDOM_START,
            CryptoOptions.CASH,
            CryptoOptions.SPREAD,
            CryptoOptions.PARTICIPATION,
            CLIP,
            FEE,
            DELAY,
            TRANSFER_FEE),
        CrossVenueEnvironment::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options given) {
    Market chosen = given.has(MARKET) ? given.get(MARKET) : TwoVenues.usual();
    Options options = CryptoTrading.withFeatures(given, chosen);
    double clip = options.get(CLIP);
    CryptoRules.require("clip", clip > 0 && clip <= 0.2, clip, "in (0, 0.2]");
    int delay = options.get(DELAY);
    CryptoRules.require("delay", delay >= 1 && delay <= 10_000, delay, "in 1 .. 10000");
    long fee = CryptoRules.millionths(options, FEE, 0, 0.1);
    Terms terms =
        new Terms(
            clip, delay, CryptoRules.millionths(options, TRANSFER_FEE, 0, 0.1), MOST_TRANSFERS);
    CryptoRules rules =
        new CryptoRules(
            options.get(CryptoOptions.CASH),
            Commission.NONE,
            new Percent(fee, fee),
            options.get(CryptoOptions.SPREAD),
            1,
            false,
            0,
            options.get(CryptoOptions.PARTICIPATION),
            Borrowing.FREE,
            new Margins.Simple(new CashOnly(), 0),
            0);
    Market market = CryptoTrading.longEnough(options, chosen);
    if (market.assets() != 2
        || !market.instruments().stream().allMatch(SpotPair.class::isInstance)) {
      throw new IllegalArgumentException(
          ID + " trades one spot pair on two venues; the market has " + market.instruments());
    }
    FeatureTables tables = new FeatureTables(options.get(CryptoOptions.FEATURES), market);
    Episodes episodes = CryptoTrading.episodes(options);
    return TradingSpec.of(
            ID, () -> new CrossVenueDesk(new MarketCursor(market, tables, episodes), rules, terms))
        .actions(CrossVenueScheme::new)
        .observation(CrossVenueEnvironment::observation)
        .infos(lane -> InfoLayout.of(new CrossVenueInfo(lane)))
        .view((desk, scheme) -> DeskView.of(market, scheme, List.of(LEFT_ALONE), OF_TRANSFERS))
        .reward(options.get(REWARD))
        .stepsPerYear(market.barsPerYear())
        .maxSteps(episodes.steps())
        .lanes();
  }

  private static ObservationLayout observation(LaneParts<CrossVenueDesk> lane) {
    CrossVenueDesk desk = lane.desk();
    return ObservationLayout.of(
        new FeaturesBlock(desk.cursor()),
        new CrossVenueBlock(desk),
        new ClockBlock(desk.cursor()),
        new RewardMemoryBlock(lane.reward()));
  }
}
