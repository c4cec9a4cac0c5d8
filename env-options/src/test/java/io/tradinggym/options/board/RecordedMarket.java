package io.tradinggym.options.board;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.options.chain.SimulatedChain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes what a simulated screen shows, day by day, as OptionLab writes chains. */
public final class RecordedMarket {
  private RecordedMarket() {}

  /** Records so many days of a market from the start of an episode of so many steps. */
  public static void record(
      OptionMarket market, int strikes, RandomStream random, int steps, int days, Path folder)
      throws IOException {
    SimulatedChain chain = new SimulatedChain(market.chain(strikes));
    SimulatedBoard board = new SimulatedBoard(market, chain, OptionMarket.sessions());
    board.start(random, steps);
    for (int i = 0; i < days; i++) {
      StringBuilder text = new StringBuilder("Type,Strike,Bid,Ask,Expiration\n");
      for (int c = 0; c < chain.size(); c++) {
        text.append(
            String.format(
                Locale.ROOT,
                "%s,%.2f,%.2f,%.2f,%s%n",
                chain.type(c).toString().toLowerCase(Locale.ROOT),
                chain.strike(c),
                chain.bid(c),
                chain.ask(c),
                LocalDate.ofEpochDay(chain.expiryDay(c))));
      }
      String date = LocalDate.ofEpochDay(board.day()).format(DateTimeFormatter.BASIC_ISO_DATE);
      Files.writeString(folder.resolve("XYZ_" + date + ".csv"), text);
      board.advance(random);
    }
  }
}
