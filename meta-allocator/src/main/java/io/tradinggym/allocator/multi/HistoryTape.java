package io.tradinggym.allocator.multi;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.options.board.ChainHistory;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.RecordedBoard;
import io.tradinggym.options.trading.ListedContracts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** One lane of a {@link MultiHistory}. */
final class HistoryTape implements MultiTape {
  private final MultiHistory history;
  private final List<ChainHistory> chains;
  private final RecordedBoard[] boards;
  private final AssetHistory[] assets;
  private final AssetHistory perpetual;
  private int session;
  private int first;

  HistoryTape(MultiHistory history) {
    this.history = history;
    chains = history.chains();
    boards = new RecordedBoard[chains.size()];
    for (int i = 0; i < boards.length; i++) {
      // Dividends are events of the share: the board knows no yield.
      boards[i] = new RecordedBoard(chains.get(i), history.rate(), 0);
    }
    assets = new AssetHistory[history.shares() + 1];
    for (int asset = 0; asset < assets.length; asset++) {
      assets[asset] = history.asset(asset);
    }
    perpetual = assets[assets.length - 1];
  }

  @Override
  public MarketKind kind() {
    return MarketKind.REPLAYED;
  }

  /** Anywhere where the episode fits in, else at the beginning. */
  @Override
  public void start(RandomStream random, int steps) {
    first = random.integer(Math.max(1, history.sessions() - steps));
    show(first);
  }

  private void show(int at) {
    session = at;
    for (RecordedBoard board : boards) {
      board.show(at);
    }
  }

  @Override
  public void advance(RandomStream random) {
    session++;
    for (RecordedBoard board : boards) {
      board.advance(random);
    }
  }

  @Override
  public boolean hasNext() {
    return session + 1 < history.sessions();
  }

  @Override
  public int day() {
    return boards[0].day();
  }

  @Override
  public long time() {
    return ListedContracts.millis(day());
  }

  @Override
  public int days() {
    return session == 0 ? 0 : day() - chains.getFirst().epochDay(session - 1);
  }

  @Override
  public OptionBoard board(int share) {
    return boards[share];
  }

  @Override
  public long ticks(int asset) {
    return asset < boards.length ? boards[asset].spotCents() : assets[asset].ticks[session];
  }

  @Override
  public boolean trades(int asset) {
    return assets[asset].traded[session] && !gone(asset);
  }

  @Override
  public boolean gone(int asset) {
    return session >= assets[asset].goneFrom;
  }

  @Override
  public long dividend(int share) {
    return assets[share].dividend[session];
  }

  @Override
  public long dividendAhead(int share) {
    return hasNext() ? assets[share].dividend[session + 1] : 0;
  }

  @Override
  public int splitShares(int share) {
    return assets[share].splitShares[session];
  }

  @Override
  public int splitOf(int share) {
    return assets[share].splitOf[session];
  }

  @Override
  public int stamps() {
    return perpetual.stamps[session];
  }

  @Override
  public long fundingRate() {
    return perpetual.funding[session];
  }

  @Override
  public double fundingAhead() {
    return perpetual.ahead[session];
  }

  @Override
  public double lastReturn(int asset) {
    return session == first ? 0 : assets[asset].move[session];
  }

  @Override
  public double deviation(int asset) {
    return assets[asset].deviation;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(session);
    out.writeInt(first);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int at = in.readInt();
    first = in.readInt();
    show(at);
  }
}
