package io.tradinggym.experiments.explain;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.run.RunFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;

/**
 * A row of a run's trades.csv.
 *
 * @param seed the agent was trained from
 * @param episode number of the test path
 * @param time when it was filled, epoch milliseconds
 */
public record TradeRow(long seed, int episode, long time) {
  private static final String FILE = "trades.csv";

  /**
   * Reads a row.
   *
   * @param number from 1
   * @throws UserError if there is no such row
   */
  public static TradeRow of(RunFolder folder, int number) {
    try (BufferedReader in = Files.newBufferedReader(folder.file(FILE))) {
      in.readLine();
      String line = in.readLine();
      int row = 1;
      for (; row < number && line != null; row++) {
        line = in.readLine();
      }
      if (line == null) {
        throw new UserError(
            folder.file(FILE) + " has no trade " + number + ": it has " + (row - 1));
      }
      if (number < 1) {
        throw new UserError(
            folder.file(FILE) + " has no trade " + number + "; its rows count from 1");
      }
      String[] cells = line.split(",", -1);
      return new TradeRow(
          Long.parseLong(cells[0]),
          Integer.parseInt(cells[1]),
          Instant.parse(cells[2]).toEpochMilli());
    } catch (NoSuchFileException e) {
      throw new UserError(
          folder.path() + " has no " + FILE + "; was the run finished, and does it trade?", e);
    } catch (IOException e) {
      throw new UserError("cannot read " + folder.file(FILE) + ": " + e.getMessage(), e);
    }
  }
}
