package io.tradinggym.api;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Environments by id: those of every {@link EnvironmentProvider} on the class path, and those registered by hand. */
public final class Registry {
  private static final Registry GLOBAL = discovered();

  private final TreeMap<String, Registration> byId = new TreeMap<>();
  private final TreeMap<String, WrapperFactory> wrappers = new TreeMap<>();

  /** An empty registry. */
  public Registry() {}

  /** {@return the registry that {@link Gym} uses} */
  public static Registry global() {
    return GLOBAL;
  }

  private static Registry discovered() {
    Registry registry = new Registry();
    for (EnvironmentProvider provider : ServiceLoader.load(EnvironmentProvider.class)) {
      provider.environments().forEach(registry::register);
      provider.wrappers().forEach(registry::registerWrapper);
    }
    return registry;
  }

  /**
   * Adds an environment.
   *
   * @param registration id, options and maker
   * @throws IllegalArgumentException if the id is taken
   */
  public synchronized void register(Registration registration) {
    if (byId.putIfAbsent(registration.id(), registration) != null) {
      throw new IllegalArgumentException(
          "an environment " + registration.id() + " is already registered");
    }
  }

  /**
   * Adds a wrapper, so that stacks that hold it can be rebuilt.
   *
   * @param name that it has in a {@link WrapperSpec}
   * @param factory makes the wrapper from settings
   * @throws IllegalArgumentException if the name is taken
   */
  public synchronized void registerWrapper(String name, WrapperFactory factory) {
    if (wrappers.putIfAbsent(name, factory) != null) {
      throw new IllegalArgumentException("a wrapper " + name + " is already registered");
    }
  }

  /**
   * Builds a wrapper again.
   *
   * @param spec name and settings of the wrapper
   * @return what wraps lanes or vectors
   * @throws IllegalArgumentException if it holds code, is unknown, or its settings are wrong
   */
  public synchronized Wrapper wrapper(WrapperSpec spec) {
    if (!spec.rebuildable()) {
      throw new IllegalArgumentException(
          "wrapper "
              + spec.name()
              + " holds code and cannot be rebuilt from a spec; wrap it in code instead");
    }
    WrapperFactory factory = wrappers.get(spec.name());
    if (factory == null) {
      throw new IllegalArgumentException(
          "unknown wrapper \"" + spec.name() + "\"; known: " + wrappers.keySet());
    }
    try {
      return factory.create(spec.settings());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("wrapper " + spec.name() + ": " + e.getMessage(), e);
    }
  }

  /** {@return all registrations, ordered by id} */
  public synchronized List<Registration> list() {
    return new ArrayList<>(byId.values());
  }

  /**
   * {@return whether an environment is registered under an id}
   *
   * @param id the registered name, such as {@code CartPole-v1}
   */
  public synchronized boolean knows(String id) {
    return byId.containsKey(id);
  }

  /**
   * {@return the registration of an id}
   *
   * @param id the registered name, such as {@code CartPole-v1}
   * @throws IllegalArgumentException naming the known ids
   */
  public synchronized Registration get(String id) {
    Registration registration = byId.get(id);
    if (registration == null) {
      throw new IllegalArgumentException(
          "unknown environment \""
              + id
              + "\"; known: "
              + byId.keySet()
              + Nearest.hint(id, byId.keySet()));
    }
    return registration;
  }

  /**
   * {@return the maker of one environment's lanes}
   *
   * @param id the registered name, such as {@code CartPole-v1}
   * @param options with which it is made; what is not set has its default
   * @throws IllegalArgumentException if the id or an option is not known
   */
  public Supplier<EnvironmentLogic> maker(String id, Options options) {
    Registration registration = get(id);
    options.requireKnown(id, registration.options());
    return registration.prepare().apply(options);
  }
}
