package io.flexibleupgrades.cli.connection;

import io.flexibleupgrades.cli.http.HttpCalls;
import io.flexibleupgrades.cli.http.Service;
import io.flexibleupgrades.cli.http.ServiceClient;

/** The services of the system that a command works with. */
public final class Connection implements AutoCloseable {
  private final HttpCalls http;
  private final Endpoints endpoints;

  Connection(HttpCalls http, Endpoints endpoints) {
    this.http = http;
    this.endpoints = endpoints;
  }

  /** Returns the connection to the services at these addresses. */
  public static Connection to(Endpoints endpoints) {
    return new Connection(new HttpCalls(), endpoints);
  }

  public Endpoints endpoints() {
    return endpoints;
  }

  public ServiceClient serviceCenter() {
    return new ServiceClient(Service.SERVICE_CENTER, endpoints.serviceCenter(), http);
  }

  public ServiceClient orchestrator() {
    return new ServiceClient(Service.ORCHESTRATOR, endpoints.orchestrator(), http);
  }

  public ServiceClient store() {
    return new ServiceClient(Service.STORE, endpoints.store(), http);
  }

  @Override
  public void close() {
    http.close();
  }
}
