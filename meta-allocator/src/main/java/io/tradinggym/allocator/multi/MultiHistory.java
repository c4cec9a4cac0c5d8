package io.tradinggym.allocator.multi;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.options.board.ChainHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A recorded {@link MultiMarket}: bars of shares with their dividends and splits, chains of some of them, bars of a
 * perpetual with its funding, session by session. Immutable.
 *
 * <pre>{@code
 * MultiHistory history = MultiHistory.read(Path.of("data/multi"), 0.04);
 * Supplier<EnvironmentLogic> lanes = MultiAsset.lanes(history, MultiTask.DEFAULT, Rewards.logReturn());
 * }</pre>
 *
 * <p>Sessions are the days on which all shares with options have chains. A share without a bar on a day is halted
 * then; from where its bars say that it is gone it has left the market. The perpetual is seen at its last bar before
 * the shares' close, and pays at once what its stamps since the session before add up to.
 */
public final class MultiHistory implements MultiMarket {
  private final List<Instrument> instruments;
  private final List<ChainHistory> chains;
  private final AssetHistory[] assets;
  private final double rate;

  MultiHistory(
      List<Instrument> instruments, List<ChainHistory> chains, AssetHistory[] assets, double rate) {
    this.instruments = List.copyOf(instruments);
    this.chains = List.copyOf(chains);
    this.assets = assets;
    this.rate = rate;
  }

  /**
   * Brings bars and chains together.
   *
   * @param shares bars as printed, dividends and splits beside; those with options first
   * @param chains of the first shares, in their order
   * @param perpetual bars of one perpetual, with marks and funding
   * @param rate interest a year, in [0, 1]
   * @return the history
   * @throws IllegalArgumentException if there are no two days on which all chains and their shares have prices, or if a
   *     share with options splits otherwise than into several
   */
  public static MultiHistory of(
      MarketData shares, List<ChainHistory> chains, MarketData perpetual, double rate) {
    return HistoryAlignment.of(shares, chains, perpetual, rate);
  }

  /**
   * Reads a folder.
   *
   * <pre>
   * shares/TICKER.csv, shares/TICKER_actions.csv   bars as printed, dividends and splits
   * chains/TICKER/...                              one file a day, of shares that have options
   * perpetual.csv, funding.csv                     bars and funding rates of the perpetual
   * </pre>
   *
   * @param folder laid out as above
   * @param rate interest a year, in [0, 1]
   * @return the history
   * @throws java.io.UncheckedIOException if a file cannot be read
   * @throws IllegalArgumentException as {@link #of}
   */
  public static MultiHistory read(Path folder, double rate) {
    return HistoryFolder.read(folder, rate);
  }

  /**
   * {@return what a simulated market did in one episode}
   *
   * @param market whose tape is recorded
   * @param random draws what the market does
   * @param sessions number of sessions, &gt;= 2
   */
  public static MultiHistory record(CorrelatedMarket market, RandomStream random, int sessions) {
    MultiTape tape = market.tape();
    List<ChainHistory.Recorder> recorders = new ArrayList<>();
    for (int share = 0; share < market.optionable(); share++) {
      recorders.add(new ChainHistory.Recorder());
    }
    AssetHistory[] assets = new AssetHistory[market.shares() + 1];
    for (int asset = 0; asset < assets.length; asset++) {
      assets[asset] = new AssetHistory(sessions, tape.deviation(asset));
    }
    tape.start(random, sessions);
    for (int session = 0; session < sessions; session++) {
      for (int share = 0; share < recorders.size(); share++) {
        recorders.get(share).add(tape.board(share));
      }
      for (int asset = 0; asset < assets.length; asset++) {
        assets[asset].note(session, tape, asset, asset == market.shares());
      }
      tape.advance(random);
    }
    List<ChainHistory> chains = recorders.stream().map(ChainHistory.Recorder::history).toList();
    return new MultiHistory(market.instruments(), chains, assets, market.rate());
  }

  /**
   * {@return the same history, had a share with options split}
   *
   * @param share index of the share, from 0, one of those with options
   * @param session in whose morning it splits, from 1
   * @param factor new shares for an old one, in 2 .. 20
   */
  public MultiHistory withSplit(int share, int session, int factor) {
    List<ChainHistory> split = new ArrayList<>(chains);
    split.set(share, chains.get(share).split(session, factor));
    AssetHistory[] others = assets.clone();
    others[share] = assets[share].split(session, factor);
    return new MultiHistory(instruments, split, others, rate);
  }

  /** {@return how many sessions there are} */
  public int sessions() {
    return chains.getFirst().days();
  }

  @Override
  public List<Instrument> instruments() {
    return instruments;
  }

  @Override
  public int optionable() {
    return chains.size();
  }

  @Override
  public double rate() {
    return rate;
  }

  @Override
  public MultiTape tape() {
    return new HistoryTape(this);
  }

  List<ChainHistory> chains() {
    return chains;
  }

  AssetHistory asset(int asset) {
    return assets[asset];
  }

  /** Shares of a chain are traded in whole cents. */
  static Equity share(String symbol) {
    return Equity.printed(symbol);
  }
}
