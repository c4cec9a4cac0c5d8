package io.tradinggym.allocator.multi;

import io.tradinggym.market.Money;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.options.board.ChainHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Brings bars of shares, chains and bars of a perpetual together, session by session. */
final class HistoryAlignment {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final long CENT = Money.UNITS / 100;
  private static final double SHARE_VOLATILITY = 0.25;
  private static final double PERPETUAL_VOLATILITY = 0.6;
  private static final double SESSIONS_PER_YEAR = 252;

  private final MarketData shares;
  private final List<ChainHistory> chains;

  /** Epoch days that all chains and the shares have. */
  private final int[] days;

  /** The bar of the shares of each. */
  private final int[] bars;

  private HistoryAlignment(MarketData shares, List<ChainHistory> chains) {
    this.shares = shares;
    this.chains = chains;
    List<int[]> sessions = new ArrayList<>();
    for (int bar = 0; bar < shares.length(); bar++) {
      LocalDate date = LocalDate.ofInstant(Instant.ofEpochMilli(shares.closeTime(bar)), NEW_YORK);
      if (isSession(date, bar)) {
        sessions.add(new int[] {(int) date.toEpochDay(), bar});
      }
    }
    days = sessions.stream().mapToInt(session -> session[0]).toArray();
    bars = sessions.stream().mapToInt(session -> session[1]).toArray();
    if (days.length < 2) {
      throw new IllegalArgumentException(
          "a history needs two days on which all shares with options have bars and chains, found "
              + days.length);
    }
  }

  private boolean isSession(LocalDate date, int bar) {
    boolean all = true;
    for (int share = 0; share < chains.size(); share++) {
      all &= shares.traded(share, bar) && chains.get(share).index(date) >= 0;
    }
    return all;
  }

  static MultiHistory of(
      MarketData shares, List<ChainHistory> chains, MarketData perpetual, double rate) {
    if (chains.isEmpty() || chains.size() > shares.assets() || perpetual.assets() != 1) {
      throw new IllegalArgumentException(
          "needs chains of at least one of the shares, and one perpetual; had %d chains, %d shares, %d"
                  .formatted(chains.size(), shares.assets(), perpetual.assets())
              + " perpetuals");
    }
    HistoryAlignment alignment = new HistoryAlignment(shares, chains);
    List<Instrument> instruments = new ArrayList<>();
    AssetHistory[] assets = new AssetHistory[shares.assets() + 1];
    List<ChainHistory> aligned = new ArrayList<>();
    for (int share = 0; share < shares.assets(); share++) {
      instruments.add(MultiHistory.share(shares.instruments().get(share).symbol()));
      assets[share] = alignment.share(share);
      if (share < chains.size()) {
        aligned.add(chains.get(share).on(alignment.days, assets[share].ticks));
      }
    }
    instruments.add(perpetual.instruments().getFirst());
    assets[shares.assets()] = alignment.perpetual(perpetual);
    return new MultiHistory(instruments, aligned, assets, rate);
  }

  private AssetHistory share(int share) {
    AssetHistory history =
        new AssetHistory(days.length, SHARE_VOLATILITY / Math.sqrt(SESSIONS_PER_YEAR));
    long tick = shares.instruments().get(share).tickSize();
    int goneFrom = shares.goneFrom(share);
    for (int session = 0; session < days.length; session++) {
      int bar = bars[session];
      history.ticks[session] = Math.round((double) shares.close(share, bar) * tick / CENT);
      history.traded[session] = shares.traded(share, bar);
      if (bar >= goneFrom) {
        history.goneFrom = Math.min(history.goneFrom, session);
      }
      for (int since = session == 0 ? bar : bars[session - 1] + 1; since <= bar; since++) {
        history.dividend[session] += shares.dividend(share, since);
        history.splitShares[session] *= shares.splitShares(share, since);
        history.splitOf[session] *= shares.splitOf(share, since);
      }
      if (session > 0 && history.ticks[session - 1] > 0) {
        double ratio = (double) history.splitShares[session] / history.splitOf[session];
        double now = history.ticks[session] * ratio;
        history.move[session] = StrictMath.log(now / history.ticks[session - 1]);
      }
      boolean whole = history.splitShares[session] % history.splitOf[session] == 0;
      if (share < chains.size() && !whole) {
        throw new IllegalArgumentException(
            "%s has options and splits %d for %d on %s; contracts of other than 100 shares are not traded"
                .formatted(
                    shares.instruments().get(share).symbol(),
                    history.splitShares[session],
                    history.splitOf[session],
                    LocalDate.ofEpochDay(days[session])));
      }
    }
    return history;
  }

  private AssetHistory perpetual(MarketData data) {
    AssetHistory history =
        new AssetHistory(days.length, PERPETUAL_VOLATILITY / Math.sqrt(SESSIONS_PER_YEAR));
    int bar = -1;
    for (int session = 0; session < days.length; session++) {
      long close = shares.closeTime(bars[session]);
      int last = bar;
      while (bar + 1 < data.length() && data.closeTime(bar + 1) <= close) {
        bar++;
        if (session > 0) {
          history.funding[session] += data.funding(0, bar);
          history.stamps[session] = 1;
        }
        history.ahead[session] =
            data.funding(0, bar) != 0 ? data.funding(0, bar) : history.ahead[session];
      }
      if (bar < 0) {
        throw new IllegalArgumentException(
            "the perpetual has no bar before " + LocalDate.ofEpochDay(days[session]));
      }
      history.ticks[session] = data.mark(0, bar);
      history.traded[session] = bar > last && data.traded(0, bar);
      if (session > 0) {
        history.move[session] =
            StrictMath.log((double) history.ticks[session] / history.ticks[session - 1]);
      }
    }
    return history;
  }
}
