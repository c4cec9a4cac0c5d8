package io.tradinggym.experiments.learn;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.UserError;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.process.Markets;
import java.util.ArrayList;
import java.util.List;

/**
 * One path under laws that follow each other, as if it were history: {@code trend 1500, reverting 1500}. Prices go on
 * where the law before left them.
 *
 * @param market the path
 * @param changes bars at which another law begins
 */
record MadeHistory(ReplayMarket market, List<Integer> changes) {
  private record Piece(String law, int bars) {}

  /**
   * Draws a path.
   *
   * @throws UserError naming what cannot be read
   */
  static MadeHistory of(String text, long seed) {
    List<Piece> pieces = new ArrayList<>();
    int total = 0;
    for (String part : text.split("[,;]", -1)) {
      String[] words = part.strip().split("\\s+");
      try {
        Piece piece = new Piece(words[0], Integer.parseInt(words[1]));
        pieces.add(piece);
        total += piece.bars;
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new UserError(
            "made: each part is a market and how many bars, such as trend 1500; was \""
                + part.strip()
                + "\"",
            e);
      }
    }
    try {
      return of(pieces, total, seed);
    } catch (IllegalArgumentException e) {
      throw new UserError("made: " + e.getMessage(), e);
    }
  }

  private static MadeHistory of(List<Piece> pieces, int total, long seed) {
    Market first = Markets.named(pieces.getFirst().law);
    int assets = first.assets();
    Bars calendar = first.forEpisodes(0, total).tape().bars();
    double[][][] columns = new double[assets][5][total];
    long[] times = new long[total];
    List<Integer> changes = new ArrayList<>();
    double[] last = new double[assets];
    int at = 0;
    for (int p = 0; p < pieces.size(); p++) {
      Piece piece = pieces.get(p);
      Market market = Markets.named(piece.law).forEpisodes(0, piece.bars + 1);
      if (market.assets() != assets) {
        throw new IllegalArgumentException(
            piece.law + " has " + market.assets() + " instruments, the law before " + assets);
      }
      MarketTape tape = market.tape();
      tape.next(RandomStreams.of(seed).stream("made", p));
      if (p > 0) {
        changes.add(at);
      }
      for (int asset = 0; asset < assets; asset++) {
        copy(
            tape.bars(),
            market.instruments().get(asset),
            asset,
            piece.bars,
            columns[asset],
            at,
            last);
      }
      at += piece.bars;
    }
    for (int bar = 0; bar < total; bar++) {
      times[bar] = calendar.closeTime(bar);
    }
    List<Series> series = new ArrayList<>();
    for (int asset = 0; asset < assets; asset++) {
      double[][] c = columns[asset];
      series.add(new Series(first.instruments().get(asset), times, c[0], c[1], c[2], c[3], c[4]));
    }
    return new MadeHistory(ReplayMarket.of(series, first.barsPerYear()), changes);
  }

  /** The bars of a piece after its first, scaled so that the first is where the piece before ended. */
  private static void copy(
      Bars from, Instrument instrument, int asset, int bars, double[][] to, int at, double[] last) {
    double start = instrument.toPrice(from.close(asset, 0));
    double scale = at == 0 ? 1 : last[asset] / start;
    for (int bar = 1; bar <= bars; bar++) {
      int row = at + bar - 1;
      to[0][row] = scale * instrument.toPrice(from.open(asset, bar));
      to[1][row] = scale * instrument.toPrice(from.high(asset, bar));
      to[2][row] = scale * instrument.toPrice(from.low(asset, bar));
      to[3][row] = scale * instrument.toPrice(from.close(asset, bar));
      to[4][row] = from.volume(asset, bar);
    }
    last[asset] = to[3][at + bars - 1];
  }
}
