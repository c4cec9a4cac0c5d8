package io.tradinggym.crypto.market;

import io.tradinggym.api.util.Sha256;
import io.tradinggym.crypto.funding.ClampedPremium;
import io.tradinggym.crypto.funding.FundingFormula;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.process.Correlation;
import io.tradinggym.market.process.PriceProcess;
import io.tradinggym.market.process.SimulatedMarket;
import io.tradinggym.market.process.VolumeLaw;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Coins by the hour, around the clock: spot by a law, perpetuals at a premium, marks and funding after them.
 *
 * <pre>{@code
 * Market market = SimulatedCrypto.of(List.of(Coin.BTC), law, PremiumLaw.HOURLY, SimulatedCrypto.USUAL,
 * Shown.PERPETUALS); }</pre>
 *
 * <p>Marks and funding follow {@link MarkedBars}. What that gets wrong: spot is the index without error, the premium
 * knows nothing of the price's moves, and nobody's orders move either.
 *
 * @param coins what is traded, in the order of the law's assets
 * @param spot law of the spot prices
 * @param premium law of the perpetuals' premiums
 * @param funding what perpetuals pay each eight hours
 * @param shown what an environment gets to trade
 * @param market the paths: spot pairs of all coins, then perpetuals of all coins
 */
public record SimulatedCrypto(
    List<Coin> coins,
    PriceProcess spot,
    PremiumLaw premium,
    FundingFormula funding,
    Shown shown,
    SimulatedMarket market)
    implements Market {
  /** Hours in a year of 365 days. */
  public static final double HOURS_PER_YEAR = 365 * 24;

  /** Interest of 0.01 %, a clamp of 0.05 %, a cap of 2 %. */
  public static final FundingFormula USUAL = new ClampedPremium(1e-4, 5e-4, 0.02, 8, true);

  /** The premium beyond 0.05 % alone: nothing without one. */
  public static final FundingFormula WITHOUT_INTEREST = new ClampedPremium(0, 5e-4, 0.02, 8, true);

  private static final int BARS = 720;
  private static final int HISTORY = 64;

  /** Lots that the median hour trades, in worth about 500 million USDT of BTC. */
  private static final double HOURLY_LOTS = 1e7;

  /** Volume that clusters for half a day and rises with moves. */
  private static final VolumeLaw VOLUME = new VolumeLaw(HOURLY_LOTS, 0.8, 0.25, 0.65, 0.25);

  /** Copies the coins. */
  public SimulatedCrypto {
    coins = List.copyOf(coins);
  }

  /**
   * {@return a market of simulated hourly bars}
   *
   * @param coins what is traded, in the order of the law's assets
   * @param spot law of the spot prices, a bar an hour
   * @param premium law of the perpetuals' premiums
   * @param funding what perpetuals pay each eight hours
   * @param shown which instruments an environment gets to trade
   * @throws IllegalArgumentException if the law is of another number of coins
   */
  public static SimulatedCrypto of(
      List<Coin> coins,
      PriceProcess spot,
      PremiumLaw premium,
      FundingFormula funding,
      Shown shown) {
    return of(coins, spot, premium, funding, shown, HISTORY, BARS);
  }

  private static SimulatedCrypto of(
      List<Coin> coins,
      PriceProcess spot,
      PremiumLaw premium,
      FundingFormula funding,
      Shown shown,
      int history,
      int bars) {
    if (spot.assets() != coins.size()) {
      throw new IllegalArgumentException(
          "a law of " + spot.assets() + " assets does not fit " + coins.size() + " coins");
    }
    List<Instrument> instruments = new ArrayList<>();
    coins.forEach(coin -> instruments.add(coin.spot()));
    coins.forEach(coin -> instruments.add(coin.perpetual()));
    int all = instruments.size();
    SimulatedMarket market =
        SimulatedMarket.of(new SpotAndPerpetuals(spot, premium))
            .instruments(instruments)
            .startPrices(
                instruments.stream()
                    .mapToDouble(i -> coins.get(instruments.indexOf(i) % coins.size()).price())
                    .toArray())
            .volumes(Collections.nCopies(all, VOLUME))
            .gaps(0, Correlation.identity(all))
            .barsPerYear(HOURS_PER_YEAR)
            .history(history)
            .bars(bars)
            .build();
    return new SimulatedCrypto(coins, spot, premium, funding, shown, market);
  }

  @Override
  public List<Instrument> instruments() {
    return places().stream().map(place -> market.instruments().get(place)).toList();
  }

  /** Which assets of the paths are shown, in order. */
  private List<Integer> places() {
    List<Integer> places = new ArrayList<>();
    for (int coin = 0; coin < coins.size(); coin++) {
      if (shown != Shown.PERPETUALS) {
        places.add(coin);
      }
      if (shown != Shown.SPOT) {
        places.add(coins.size() + coin);
      }
    }
    return places;
  }

  @Override
  public double barsPerYear() {
    return HOURS_PER_YEAR;
  }

  @Override
  public MarketTape tape() {
    int[] places = places().stream().mapToInt(Integer::intValue).toArray();
    return new MarkedTape(market.tape(), places, coins.size(), funding);
  }

  @Override
  public Market forEpisodes(int history, int bars) {
    return of(coins, spot, premium, funding, shown, Math.max(HISTORY, history), bars);
  }

  @Override
  public String fingerprint() {
    return Sha256.of("crypto-v1 " + funding + " " + shown + " " + market.fingerprint());
  }
}
