package io.tradinggym.allocator.multi;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.pricing.OptionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a history as the files that {@link MultiHistory#read} reads. */
final class HistoryFiles {
  private HistoryFiles() {}

  static void write(MultiHistory history, Path folder) throws IOException {
    MultiTape tape = history.tape();
    tape.start(RandomStreams.of(0).stream("start"), history.sessions());
    Files.createDirectories(folder.resolve("shares"));
    StringBuilder[] bars = new StringBuilder[history.shares()];
    StringBuilder[] actions = new StringBuilder[history.shares()];
    for (int share = 0; share < bars.length; share++) {
      bars[share] = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
      actions[share] = new StringBuilder("date,dividend,split\n");
    }
    StringBuilder perpetual = new StringBuilder("time,open,high,low,close,volume\n");
    StringBuilder funding = new StringBuilder("time,funding_rate\n");
    for (int session = 0; session < history.sessions(); session++) {
      LocalDate date = LocalDate.ofEpochDay(tape.day());
      for (int share = 0; share < bars.length; share++) {
        if (tape.trades(share)) {
          bars[share].append(bar(date.toString(), tape.ticks(share) / 100.0));
        }
        double split = (double) tape.splitShares(share) / tape.splitOf(share);
        if (session > 0 && (tape.dividend(share) > 0 || split != 1)) {
          double dividend = tape.dividend(share) / 1e8;
          actions[share].append(String.format(Locale.ROOT, "%s,%.8f,%s%n", date, dividend, split));
        }
        if (share < history.optionable()) {
          chain(folder.resolve("chains/S" + share), date, tape.board(share));
        }
      }
      for (int hour = 8; hour <= 24 * Math.max(tape.days(), 1); hour += 8) {
        Instant stamp =
            Instant.ofEpochMilli((tape.day() + 1 - Math.max(tape.days(), 1)) * 86_400_000L);
        Instant at = stamp.plusSeconds(3600L * hour);
        perpetual.append(
            bar(at.minusSeconds(8 * 3600).toString(), tape.ticks(history.shares()) / 10.0));
        funding.append(String.format(Locale.ROOT, "%s,%.8f%n", at, tape.fundingRate() / 1e8));
      }
      if (tape.hasNext()) {
        tape.advance(RandomStreams.of(0).stream("none"));
      }
    }
    for (int share = 0; share < bars.length; share++) {
      Files.writeString(folder.resolve("shares/S" + share + ".csv"), bars[share]);
      Files.writeString(folder.resolve("shares/S" + share + "_actions.csv"), actions[share]);
    }
    Files.writeString(folder.resolve("perpetual.csv"), perpetual);
    Files.writeString(folder.resolve("funding.csv"), funding);
  }

  /** Volumes that differ: what repeats is a hole that was filled forward. */
  private static String bar(String time, double price) {
    int volume = 1_000_000 + Math.floorMod(time.hashCode(), 1000);
    return String.format(
        Locale.ROOT, "%s,%.2f,%.2f,%.2f,%.2f,%d%n", time, price, price, price, price, volume);
  }

  private static void chain(Path folder, LocalDate date, OptionBoard board) throws IOException {
    Files.createDirectories(folder);
    StringBuilder text = new StringBuilder("Type,Strike,Bid,Ask,Expiration\n");
    Quoted quoted = new Quoted();
    for (int n = 0; n < board.expiries(); n++) {
      for (int i = 0; i < board.strikes(n); i++) {
        for (OptionType type : OptionType.values()) {
          quoted.name(type, board.strikeCents(n, i), board.expiryDay(n));
          board.quote(quoted);
          text.append(
              String.format(
                  Locale.ROOT,
                  "%s,%.2f,%.2f,%.2f,%s%n",
                  type.toString().toLowerCase(Locale.ROOT),
                  quoted.strikeCents / 100.0,
                  quoted.bid / 100.0,
                  quoted.ask / 100.0,
                  LocalDate.ofEpochDay(quoted.expiryDay)));
        }
      }
    }
    String name = "XYZ_" + date.format(DateTimeFormatter.BASIC_ISO_DATE) + ".csv";
    Files.writeString(folder.resolve(name), text);
  }
}
