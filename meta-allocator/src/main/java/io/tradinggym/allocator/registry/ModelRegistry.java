package io.tradinggym.allocator.registry;

import io.tradinggym.api.util.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of model versions for one role.
 *
 * <pre>
 *   versions/ID/model        the model's bytes
 *   versions/ID/card         where it comes from
 *   aliases                  champion, challenger and previous, replaced as a whole by a rename
 *   moves                    a line for every move of an alias: time, what, from, to, why
 * </pre>
 *
 * <p>A version's id is the SHA-256 of card and model, so it cannot change without being noticed ({@link #model}
 * checks). All aliases are one file, so a promotion moves champion and previous in one step; moves of several processes
 * come one after another.
 */
public final class ModelRegistry {
  private static final String MODEL = "model";
  private static final String CARD = "card";
  private static final String ID = "[0-9a-f]{64}";

  /** A file's lock is the process's: its threads wait here. */
  private static final ReentrantLock MOVES = new ReentrantLock();

  private final Path folder;
  private final Path versions;
  private final Path aliases;
  private final Path moves;

  private ModelRegistry(Path folder) {
    this.folder = folder;
    versions = folder.resolve("versions");
    aliases = folder.resolve("aliases");
    moves = folder.resolve("moves");
  }

  /**
   * {@return the registry in a folder, which is made if it does not exist}
   *
   * @param folder that holds it
   * @throws IOException if it cannot be made
   */
  public static ModelRegistry in(Path folder) throws IOException {
    ModelRegistry registry = new ModelRegistry(folder);
    Files.createDirectories(registry.versions);
    return registry;
  }

  /**
   * Adds a version; one that is there already stays as it is.
   *
   * @param card where the model comes from
   * @param model bytes of the policy
   * @return the id of the version, a hash of card and model
   * @throws IllegalArgumentException if the card's parent is not in the registry
   * @throws IOException if it cannot be read or written
   */
  public String add(ModelCard card, byte[] model) throws IOException {
    if (!card.parent().isEmpty()) {
      requireVersion(card.parent());
    }
    byte[] text = card.text().getBytes(StandardCharsets.UTF_8);
    String id = hash(text, model);
    Path home = versions.resolve(id);
    if (Files.exists(home)) {
      return id;
    }
    Path draft = Files.createTempDirectory(folder, "draft");
    Files.write(draft.resolve(MODEL), model);
    Files.write(draft.resolve(CARD), text);
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.exists(home)) {
        throw e;
      }
      Files.delete(draft.resolve(MODEL)); // another one added the same just now
      Files.delete(draft.resolve(CARD));
      Files.delete(draft);
    }
    return id;
  }

  /**
   * {@return the ids of all versions, sorted}
   *
   * @throws IOException if it cannot be read
   */
  public List<String> versions() throws IOException {
    try (Stream<Path> homes = Files.list(versions)) {
      return homes.map(home -> home.getFileName().toString()).sorted().toList();
    }
  }

  /**
   * {@return the card of a version: where it comes from}
   *
   * @param id of a version that is there
   * @throws IOException if it cannot be read
   */
  public ModelCard card(String id) throws IOException {
    Path file = requireVersion(id).resolve(CARD);
    return ModelCard.parse(text(file), file.toString());
  }

  /**
   * {@return the bytes of a version's model}
   *
   * @param id of a version that is there
   * @throws IOException if they are not what they were when it was added
   */
  public byte[] model(String id) throws IOException {
    Path home = requireVersion(id);
    byte[] model = Files.readAllBytes(home.resolve(MODEL));
    String actual = hash(Files.readAllBytes(home.resolve(CARD)), model);
    if (!actual.equals(id)) {
      throw new IOException(home + " has changed: its card and model have the hash " + actual);
    }
    return model;
  }

  /**
   * {@return the version that an alias names now}
   *
   * @param alias champion, challenger or previous
   * @throws IOException if it cannot be read
   */
  public Optional<String> version(Alias alias) throws IOException {
    return Optional.ofNullable(read().get(alias));
  }

  /**
   * {@return the champion if it may trade at this time; empty where there is none or it has expired: then the role
   * holds cash}
   *
   * @param now UTC epoch milliseconds
   * @throws IOException if it cannot be read
   */
  public Optional<String> champion(long now) throws IOException {
    Optional<String> champion = version(Alias.CHAMPION);
    if (champion.isPresent()) {
      long expires = card(champion.get()).expires();
      if (expires > 0 && now >= expires) {
        return Optional.empty();
      }
    }
    return champion;
  }

  /**
   * Makes a version the challenger.
   *
   * @param id of a version that is there
   * @param now UTC epoch milliseconds
   * @param why the reason, for the record
   * @throws IOException if it cannot be read or written
   */
  public void challenge(String id, long now, String why) throws IOException {
    requireVersion(id);
    move(now, "challenge", why, names -> names.put(Alias.CHALLENGER, id));
  }

  /**
   * Makes a version the champion and the champion the previous one; if it was the challenger there is none now.
   *
   * @param id of a version that is there
   * @param now UTC epoch milliseconds
   * @param why for the record, such as the result of the gate
   * @throws IllegalStateException if it is the champion already
   * @throws IOException if it cannot be read or written
   */
  public void promote(String id, long now, String why) throws IOException {
    requireVersion(id);
    move(
        now,
        "promote",
        why,
        names -> {
          String old = names.put(Alias.CHAMPION, id);
          if (id.equals(old)) {
            throw new IllegalStateException(id + " is the champion already");
          }
          if (old != null) {
            names.put(Alias.PREVIOUS, old);
          }
          names.remove(Alias.CHALLENGER, id);
        });
  }

  /**
   * Makes the previous version the champion again, and the champion the previous one.
   *
   * @param now UTC epoch milliseconds
   * @param why the reason, for the record
   * @throws IllegalStateException if there is no previous version
   * @throws IOException if it cannot be read or written
   */
  public void rollback(long now, String why) throws IOException {
    move(
        now,
        "rollback",
        why,
        names -> {
          String back = names.get(Alias.PREVIOUS);
          String old = names.get(Alias.CHAMPION);
          if (back == null || old == null) {
            throw new IllegalStateException("there is no previous version in " + folder);
          }
          names.put(Alias.CHAMPION, back);
          names.put(Alias.PREVIOUS, old);
        });
  }

  /** Reads, changes and writes the names while no other one does. */
  private void move(long now, String what, String why, Consumer<Map<Alias, String>> change)
      throws IOException {
    MOVES.lock();
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      Map<Alias, String> names = read();
      change.accept(names);
      write(names, now, what, why);
    } finally {
      MOVES.unlock();
    }
  }

  /**
   * {@return the record of all moves, the oldest first: {@code time what champion challenger previous why}}
   *
   * @throws IOException if it cannot be read
   */
  public List<String> moves() throws IOException {
    return Files.exists(moves) ? Files.readAllLines(moves) : List.of();
  }

  private Path requireVersion(String id) {
    if (!id.matches(ID) || !Files.isDirectory(versions.resolve(id))) {
      throw new IllegalArgumentException("there is no version " + id + " in " + folder);
    }
    return versions.resolve(id);
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is damaged: it is not text in UTF-8", e);
    }
  }

  private Map<Alias, String> read() throws IOException {
    Map<Alias, String> names = new EnumMap<>(Alias.class);
    if (Files.exists(aliases)) {
      for (String line : text(aliases).lines().toList()) {
        int colon = line.indexOf(": ");
        String key = colon < 0 ? line : line.substring(0, colon);
        Alias alias =
            Arrays.stream(Alias.values())
                .filter(each -> each.key().equals(key))
                .findAny()
                .orElse(null);
        String id = colon < 0 ? "" : line.substring(colon + 2);
        if (alias == null || !id.matches(ID) || !Files.isDirectory(versions.resolve(id))) {
          throw new IOException(
              aliases
                  + " is damaged: the line \""
                  + line
                  + "\" is not \"champion: ID\", challenger or previous, of a version in "
                  + versions);
        }
        names.put(alias, id);
      }
    }
    return names;
  }

  /** The record first, then the names: a kill between leaves a line that says what was about to be done. */
  private void write(Map<Alias, String> names, long now, String what, String why)
      throws IOException {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder().append(now).append(' ').append(what);
    for (Alias alias : Alias.values()) {
      String id = names.get(alias);
      line.append(' ').append(id == null ? "-" : id);
      if (id != null) {
        text.append(alias.key()).append(": ").append(id).append('\n');
      }
    }
    line.append(' ').append(why.replaceAll("\\R", " ")).append('\n');
    Files.writeString(moves, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    Path draft = Files.createTempFile(folder, "aliases", ".draft");
    Files.writeString(draft, text);
    Files.move(draft, aliases, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String hash(byte[] card, byte[] model) {
    MessageDigest digest = Sha256.digest();
    digest.update(card);
    digest.update((byte) 0); // no line of a card holds it: the border is certain
    digest.update(model);
    return Sha256.hex(digest.digest());
  }
}
