package io.tradinggym.crypto.env;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.TradingControl;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.feature.FeatureTables;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.trading.AccountBlock;
import io.tradinggym.trading.AccountInfo;
import io.tradinggym.trading.ActionScheme;
import io.tradinggym.trading.ClockBlock;
import io.tradinggym.trading.Delisting;
import io.tradinggym.trading.DeskRules;
import io.tradinggym.trading.DeskView;
import io.tradinggym.trading.Episodes;
import io.tradinggym.trading.FeaturesBlock;
import io.tradinggym.trading.InfoLayout;
import io.tradinggym.trading.LaneParts;
import io.tradinggym.trading.LevelScheme;
import io.tradinggym.trading.MarketCursor;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.ObservationLayout;
import io.tradinggym.trading.OracleBlock;
import io.tradinggym.trading.PositionsBlock;
import io.tradinggym.trading.PositionsInfo;
import io.tradinggym.trading.Projection;
import io.tradinggym.trading.ResultInfo;
import io.tradinggym.trading.RewardMemoryBlock;
import io.tradinggym.trading.Settlement;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.TradingSpec;
import io.tradinggym.trading.WeightScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the environments of one crypto venue have in common. A step, from the close of one bar to the close of the next:
 *
 * <pre>
 *   observation at close t -> action -> target weights -> orders sized at close t
 *     -> filled at the open of t+1, with costs -> liquidation on the marks -> marked -> interest, funding at stamps
 *     -> liquidation -> reward -> observation
 * </pre>
 *
 * @param id of the environment
 * @param options of the environment
 * @param rules what trading costs and what the venue allows
 * @param market what is traded
 * @param pairs whether assets come in pairs of spot and perpetual, whose premium is shown
 */
record CryptoTrading(String id, Options options, CryptoRules rules, Market market, boolean pairs) {
  private static final List<String> OF_FUNDING =
      List.of(
          "Funding is paid at its stamps on what is open then, at the mark of the bar's close."
              + " Where history has no marks, the last price stands for the mark; a wick that no"
              + " mark followed then liquidates who would have lived.",
          "Liquidation looks at the lowest and highest mark of a bar, not at their order, and"
              + " closes a position at the mark where its margin is gone.");

  /** Steps to the end of a simulated market's data, where episodes have no length of their own. */
  private static final int DEFAULT_EPISODE = 720;

  /** Reads the options of an environment, which trades a market by name unless another is chosen. */
  static CryptoTrading of(
      String id, Options given, CryptoRules rules, Option<Market> option, String byDefault) {
    Market market = given.has(option) ? given.get(option) : option.parse(byDefault);
    Options options = withFeatures(given, market);
    return new CryptoTrading(id, options, rules, longEnough(options, market), false);
  }

  /** The same, of pairs of spot and perpetual. */
  CryptoTrading ofPairs() {
    return new CryptoTrading(id, options, rules, market, true);
  }

  /** Options whose features have learned what they have to. */
  static Options withFeatures(Options options, Market market) {
    return options.set(
        CryptoOptions.FEATURES, options.get(CryptoOptions.FEATURES).readyFor(market));
  }

  /** A market whose episodes last as long as they are to. */
  static Market longEnough(Options options, Market market) {
    Episodes episodes = episodes(options);
    int history = options.get(CryptoOptions.FEATURES).warmUp() + episodes.window() - 1;
    int steps = episodes.steps() == 0 ? DEFAULT_EPISODE : episodes.steps();
    return market.forEpisodes(history, 1 + steps);
  }

  /** Where episodes begin and how long they are. */
  static Episodes episodes(Options options) {
    return new Episodes(
        options.get(CryptoOptions.WINDOW),
        options.get(CryptoOptions.EPISODE),
        options.get(CryptoOptions.RANDOM_START));
  }

  /**
   * Refuses instruments that an environment knows nothing of: they would be traded by the wrong fees and sums.
   *
   * @throws IllegalArgumentException naming the first of them
   */
  CryptoTrading only(Class<? extends Instrument> kind, String what) {
    for (Instrument instrument : market.instruments()) {
      if (!kind.isInstance(instrument)) {
        throw new IllegalArgumentException(id + " trades " + what + ", was given " + instrument);
      }
    }
    return this;
  }

  /**
   * Refuses markets of several assets.
   *
   * @throws IllegalArgumentException naming how many there are
   */
  CryptoTrading one(String what) {
    if (market.assets() != 1) {
      throw new IllegalArgumentException(
          id + " trades one " + what + ", the market has " + market.assets() + " assets");
    }
    return this;
  }

  /** The maker of lanes whose actions name the position of one asset. */
  Supplier<EnvironmentLogic> oneAsset() {
    return options.get(CryptoOptions.ACTIONS) == ActionMode.LEVELS
        ? lanes(desk -> levels(desk, options.get(CryptoOptions.LEVELS), 1))
        : weights();
  }

  /** The maker of lanes whose actions name the weights of all assets. */
  Supplier<EnvironmentLogic> weights() {
    return lanes(
        desk ->
            new WeightScheme(desk, Projection.CLIP_NORMALISE, rules.leverage(), rules.shorts()));
  }

  /** So many levels between the lowest and the highest leverage, as far as the venue lends. */
  ActionScheme levels(TradingDesk desk, int count, double... factors) {
    return new LevelScheme(
        desk, count, rules.lowest(), rules.leverage(), new VenueLeverage(desk, rules), factors);
  }

  /** The maker of lanes whose actions mean this. */
  Supplier<EnvironmentLogic> lanes(
      Function<TradingDesk, ActionScheme> actions, TradingControl... controls) {
    FeatureTables tables = new FeatureTables(options.get(CryptoOptions.FEATURES), market);
    Episodes episodes = episodes(options);
    DeskRules deskRules = rules.desk(market.instruments());
    return TradingSpec.of(
            id,
            () ->
                new TradingDesk(
                    new MarketCursor(market, tables, episodes), deskRules, this::settlements))
        .actions(actions)
        .observation(this::observation)
        .infos(this::infos)
        .view((desk, scheme) -> DeskView.of(market, scheme, List.of(controls), OF_FUNDING))
        .reward(options.get(CryptoOptions.REWARD))
        .stepsPerYear(market.barsPerYear())
        .maxSteps(episodes.steps())
        .lanes();
  }

  private List<Settlement> settlements(TradingDesk desk) {
    MarginDesk margin = new MarginDesk(rules.margin(), desk);
    return List.of(
        new LiquidationInsideBar(desk, margin, rules.margin()),
        new Interest(desk, rules.borrowing()),
        new Funding(desk),
        new LiquidationAtClose(desk, margin),
        new Delisting(desk));
  }

  private ObservationLayout observation(LaneParts<TradingDesk> lane) {
    TradingDesk desk = lane.desk();
    MarketCursor cursor = desk.cursor();
    List<ObservationBlock> blocks = new ArrayList<>();
    blocks.add(new FeaturesBlock(cursor));
    if (options.get(CryptoOptions.LEAK_NEXT_RETURN)) {
      blocks.add(new OracleBlock(cursor));
    }
    blocks.add(new PositionsBlock(desk, new FundingBlock(desk)));
    if (pairs) {
      blocks.add(new PremiumBlock(cursor));
    }
    blocks.add(new AccountBlock(desk, desk.event(LiquidationAtClose.class).margin(), true));
    blocks.add(new ClockBlock(cursor));
    blocks.add(new RewardMemoryBlock(lane.reward()));
    return ObservationLayout.of(blocks);
  }

  private InfoLayout infos(LaneParts<TradingDesk> lane) {
    TradingDesk desk = lane.desk();
    return InfoLayout.of(
        new AccountInfo(lane),
        new FundingInfo(desk.event(Funding.class)),
        new ResultInfo(lane),
        new LimitsInfo(desk, rules.lowest(), rules.leverage()),
        new PositionsInfo(desk));
  }
}
