package io.tradinggym.market.account;

import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.market.instrument.SpotPair;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a slot of a {@link Listing} holds, written and read back.
 *
 * @param instrument anything but an option
 * @param terms of an option
 * @param underlying asset that an option is on
 * @param symbol of an option that was listed with one
 */
record ListedInstrument(
    @Nullable Instrument instrument,
    @Nullable OptionTerms terms,
    int underlying,
    @Nullable String symbol) {
  private static final char EQUITY = 'E';
  private static final char PAIR = 'S';
  private static final char PERPETUAL = 'P';
  private static final char INVERSE = 'I';
  private static final char OPTION = 'O';

  static void write(
      @Nullable Instrument instrument,
      ListedOptions options,
      int underlying,
      int slot,
      DataOutput out)
      throws IOException {
    switch (instrument) {
      case Equity e -> {
        head(EQUITY, e, e.tickSize(), e.lotsPerShare(), out);
      }
      case SpotPair s -> {
        head(PAIR, s, s.tickSize(), s.lotsPerBase(), out);
        out.writeUTF(s.base().code());
      }
      case Perpetual p -> {
        head(PERPETUAL, p, p.tickSize(), p.lotsPerBase(), out);
        out.writeUTF(p.base().code());
      }
      case InversePerpetual p -> {
        head(INVERSE, p, p.tickSize(), p.contractValue(), out);
        out.writeUTF(p.quote().code());
      }
      case null, default -> option(instrument, options, underlying, slot, out);
    }
  }

  private static void option(
      @Nullable Instrument instrument,
      ListedOptions options,
      int underlying,
      int slot,
      DataOutput out)
      throws IOException {
    out.writeChar(OPTION);
    out.writeInt(underlying);
    out.writeBoolean(options.right(slot) == Right.CALL);
    out.writeBoolean(options.style(slot) == Style.AMERICAN);
    out.writeBoolean(options.settlement(slot) == Settlement.PHYSICAL);
    out.writeLong(options.strike(slot));
    out.writeLong(options.expiry(slot));
    out.writeLong(options.tickSize(slot));
    out.writeLong(options.multiplier(slot));
    out.writeUTF(instrument == null ? "" : instrument.symbol());
  }

  private static void head(char kind, Instrument instrument, long tick, long each, DataOutput out)
      throws IOException {
    out.writeChar(kind);
    out.writeUTF(instrument.symbol());
    out.writeUTF(instrument.currency().code());
    out.writeLong(tick);
    out.writeLong(each);
  }

  static ListedInstrument read(DataInput in) throws IOException {
    char kind = in.readChar();
    if (kind == OPTION) {
      int underlying = in.readInt();
      Right right = in.readBoolean() ? Right.CALL : Right.PUT;
      Style style = in.readBoolean() ? Style.AMERICAN : Style.EUROPEAN;
      Settlement settlement = in.readBoolean() ? Settlement.PHYSICAL : Settlement.CASH;
      OptionTerms terms =
          new OptionTerms()
              .of(right, in.readLong(), in.readLong())
              .exercise(style, settlement)
              .lot(in.readLong(), in.readLong());
      String symbol = in.readUTF();
      return new ListedInstrument(null, terms, underlying, symbol.isEmpty() ? null : symbol);
    }
    String symbol = in.readUTF();
    Currency currency = new Currency(in.readUTF());
    long tick = in.readLong();
    long each = in.readLong();
    Instrument instrument =
        switch (kind) {
          case EQUITY -> new Equity(symbol, currency, tick, each);
          case PAIR -> new SpotPair(symbol, new Currency(in.readUTF()), currency, tick, each);
          case PERPETUAL -> new Perpetual(symbol, new Currency(in.readUTF()), currency, tick, each);
          case INVERSE ->
              new InversePerpetual(symbol, currency, new Currency(in.readUTF()), tick, each);
          default ->
              throw new IOException("a saved account lists an instrument of kind '" + kind + "'");
        };
    return new ListedInstrument(instrument, null, 0, null);
  }
}
