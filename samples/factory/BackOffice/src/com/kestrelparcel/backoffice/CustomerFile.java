package com.kestrelparcel.backoffice;

import com.kestrelparcel.contracts.ContractDesk;
import com.kestrelparcel.coretheme.Page;
import com.kestrelparcel.customers.Customer;
import com.kestrelparcel.customers.CustomerRegister;
import platform.screen.FieldList;

/** The page about one customer. */
record CustomerFile(Customer customer, CustomerRegister register, ContractDesk contracts) {

  String show() {
    String terms = contracts.inForce(customer).map(contracts::terms).orElse("no contract");
    return Page.of("Back Office", "customer " + customer.id())
        .with(
            new FieldList()
                .field("Name", customer.name())
                .field("Address", customer.address().oneLine())
                .field("Segment", customer.segment())
                .field("Contract", terms)
                .field("Changes", register.changesOf(customer.id())))
        .show();
  }
}
